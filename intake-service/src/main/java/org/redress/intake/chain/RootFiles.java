package org.redress.intake.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Roots outside the database, so that whoever rules the database alone cannot make them forgotten: {@code roots.jsonl} has a
 * line for each root; {@code heads/00} to {@code heads/ff} have a line for each head, by the last byte of the complaint's
 * id, so that all that was ever attested of one complaint is found by reading one small file. Lines are appended only.
 *
 * <p>A root's line is written after its heads are on disk. What a crash left half-written is written again: the same
 * line twice means the same.
 *
 * <p>One writer at a time; any number of readers.
 */
@ApplicationScoped
public class RootFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAIL = 4096;

    private final Path directory;

    /** Keeps roots in the configured directory. */
    @Inject
    public RootFiles(ChainConfig config) {
        this(config.roots());
    }

    RootFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * The number of the last root written here, 0 if there is none. Of damaged lines at the end the one before counts: the
     * roots behind it are written again.
     */
    long lastNumber() {
        try {
            Path file = roots();
            if (Files.notExists(file)) {
                return 0;
            }
            List<String> lines = lastWholeLines(file);
            for (int i = lines.size() - 1; i >= 0; i--) {
                long number = number(lines.get(i));
                if (number > 0) {
                    return number;
                }
            }
            if (!lines.isEmpty()) {
                throw new IOException("all of the last lines are damaged");
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the roots in " + directory + " cannot be read", e);
        }
    }

    /** Likewise; but any number if all of the last lines are damaged: then heads that are missing are gone, not yet to come. */
    long keptThrough() {
        try {
            return lastNumber();
        } catch (UncheckedIOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Appends a root and the heads it is over, and returns when they are on disk. */
    void append(SignedRoot signed, List<Head> heads) {
        try {
            Files.createDirectories(directory.resolve("heads"));
            var lines = new TreeMap<Path, StringBuilder>();
            for (Head head : heads) {
                lines.computeIfAbsent(headsLike(head.complaint()), file -> new StringBuilder())
                        .append(signed.root().number() + " " + head.complaint() + " " + head.position() + " "
                                + head.hash() + "\n");
            }
            for (Map.Entry<Path, StringBuilder> file : lines.entrySet()) {
                append(file.getKey(), file.getValue().toString());
            }
            append(roots(), line(signed));
        } catch (IOException e) {
            throw new UncheckedIOException("roots cannot be kept in " + directory, e);
        }
    }

    /** Everything that roots kept here attest of a complaint, oldest first. A damaged line attests nothing. */
    List<Anchor> anchors(UUID complaint) {
        Path file = headsLike(complaint);
        if (Files.notExists(file)) {
            return List.of();
        }
        Matcher line = Pattern.compile("([0-9]{1,18}) " + complaint + " ([0-9]{1,9}) ([0-9a-f]{64})")
                .matcher("");
        // Any byte is a character here: one that does not belong spoils its own line and no other.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(text -> line.reset(text).matches())
                    .map(text -> new Anchor(
                            Long.parseLong(line.group(1)), Integer.parseInt(line.group(2)), new Digest(line.group(3))))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the heads in " + file + " cannot be read", e);
        }
    }

    private Path roots() {
        return directory.resolve("roots.jsonl");
    }

    private Path headsLike(UUID complaint) {
        String id = complaint.toString();
        return directory.resolve("heads").resolve(id.substring(id.length() - 2));
    }

    private static String line(SignedRoot signed) {
        Root root = signed.root();
        byte[] canonical = CanonicalJson.object(Map.of(
                "at", CanonicalJson.quoted(root.at()),
                "key", CanonicalJson.quoted(signed.key()),
                "leaves", Integer.toString(root.leaves()),
                "merkle", CanonicalJson.quoted(root.merkle()),
                "number", Long.toString(root.number()),
                "previous", CanonicalJson.quoted(root.previous()),
                "signature", CanonicalJson.quoted(signed.signature())));
        return new String(canonical, StandardCharsets.UTF_8) + "\n";
    }

    /** Appends behind the last whole line: half of one that a crash left behind is written over. */
    private static void append(Path path, String text) throws IOException {
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            file.truncate(endOfWholeLines(file));
            file.position(file.size());
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        }
    }

    private static long endOfWholeLines(FileChannel file) throws IOException {
        long from = Math.max(0, file.size() - TAIL);
        ByteBuffer tail = ByteBuffer.allocate((int) (file.size() - from));
        file.read(tail, from);
        for (int i = tail.position() - 1; i >= 0; i--) {
            if (tail.get(i) == '\n') {
                return from + i + 1;
            }
        }
        return from;
    }

    /** The number of the root in a line, 0 if the line is damaged. */
    private static long number(String line) {
        try {
            return JSON.readTree(line).path("number").asLong();
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    private static List<String> lastWholeLines(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long end = endOfWholeLines(file.getChannel());
            long from = Math.max(0, end - TAIL);
            var tail = new byte[(int) (end - from)];
            file.seek(from);
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
