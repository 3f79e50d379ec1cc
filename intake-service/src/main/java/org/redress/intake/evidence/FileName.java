package org.redress.intake.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.ContentType;

/**
 * The name somebody gave a file. It is text for people and nothing else: no file is ever stored or looked up by it.
 *
 * @param text one line without path, control characters and marks that turn the direction of writing; at most {@value
 *     #LONGEST} characters
 */
record FileName(String text) {
    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 10;
    private static final String NAMELESS = "file";

    /** Endings that mean the same as the usual one of a type. */
    private static final Map<ContentType, List<String>> ALSO = Map.of(
            ContentType.JPEG, List.of("jpeg"),
            ContentType.MP4, List.of("m4v"),
            ContentType.TEXT, List.of("log", "csv"));

    /** The name as it is kept of one that a client sent, which may be anything. */
    static FileName of(@Nullable String sent) {
        if (sent == null) {
            return new FileName(NAMELESS);
        }
        int path = Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\'));
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(sent.substring(path + 1), Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> clean.appendCodePoint(isGood(c) ? c : '_'));
        String name = clean.toString().strip().replaceAll("^[. ]+|[. ]+$", "");
        return new FileName(name.isEmpty() ? NAMELESS : shortened(name));
    }

    /**
     * The header that has a browser save the file, under a name that ends as its type does (RFC 6266, RFC 8187).
     *
     * @param type what the file is by its content
     */
    String disposition(ContentType type) {
        String name = saved(type);
        String ascii = name.codePoints()
                .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + percentEncoded(name);
    }

    private String saved(ContentType type) {
        String name = text.replaceAll("[<>:\"|?*]", "_");
        String ending = name.contains(".") ? ending(name).toLowerCase(Locale.ROOT) : "";
        boolean fits = ending.equals(type.extension())
                || ALSO.getOrDefault(type, List.of()).contains(ending);
        return fits ? name : name + "." + type.extension();
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        String ending = name.contains(".") ? "." + ending(name) : "";
        int kept = ending.codePointCount(0, ending.length());
        if (kept > LONGEST_ENDING) {
            return name.substring(0, name.offsetByCodePoints(0, LONGEST));
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - kept)) + ending;
    }

    /** Letters, signs and the joiners that scripts and emoji need; nothing that breaks a line or turns its direction. */
    private static boolean isGood(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** As RFC 8187 wants it, which leaves fewer signs as they are than a form does. */
    private static String percentEncoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
