package org.redress.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares schemas and samples with the SHA-256 sums in {@code released.sha256}. */
final class ReleasedFiles {
    private static final String ADVICE = """
            A released sample never changes: readers and stored events rely on it. Put new cases into new sample files.
            A released schema only gains optional fields; anything else is a new version (<event>.v2.json) beside it.
            After such an addition, or to release a new file, from event-contract/src/main/resources/org/redress/contract:
              sha256sum schema/*.json samples/*/*/*.json > released.sha256
            and say in the commit why the change is one that no reader notices.""";

    private ReleasedFiles() {}

    /** What differs from the release, one line a file and the advice at the end; empty when nothing does. */
    static String differences(Path root) {
        Map<String, String> released = released(root);
        Map<String, String> present = present(root);
        List<String> lines = new ArrayList<>();
        released.forEach((file, sum) -> {
            if (!present.containsKey(file)) {
                lines.add(file + " is released and gone.");
            } else if (!sum.equals(present.get(file))) {
                lines.add(file + " is released and was changed.");
            }
        });
        present.keySet().stream()
                .filter(file -> !released.containsKey(file))
                .forEach(file -> lines.add(file + " is not in released.sha256."));
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n" + ADVICE;
    }

    private static Map<String, String> released(Path root) {
        return ContractFiles.text(root.resolve("released.sha256"))
                .lines()
                .collect(Collectors.toMap(
                        line -> line.substring(66), line -> line.substring(0, 64), (a, b) -> b, TreeMap::new));
    }

    private static Map<String, String> present(Path root) {
        Map<String, String> sums = new TreeMap<>();
        for (String directory : List.of("schema", "samples")) {
            try (Stream<Path> files = Files.walk(root.resolve(directory))) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                sums.put(root.relativize(file).toString().replace('\\', '/'), sum(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sums;
    }

    /** Over the text with LF line ends, so that a checkout with CRLF is the same release. */
    private static String sum(Path file) {
        byte[] text = ContractFiles.text(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
