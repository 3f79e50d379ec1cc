package org.redress.intake.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;
import org.redress.intake.filestore.StoredFile;

/**
 * Reads a {@code multipart/form-data} body (RFC 7578) part by part as it comes in. The file goes straight to the store;
 * whatever its size, only buffers are in memory. For one body and one thread.
 */
final class UploadReader {
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_FIELD = 16 * 1024;
    private static final int LONGEST_BOUNDARY = 70;
    private static final int MOST_PARTS = 16;
    private static final String FILE = "file";

    private final FileSink sink;
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable StoredFile file;
    private @Nullable String fileName;

    /** Where the file goes. */
    interface FileSink {
        /**
         * Takes the file to its end.
         *
         * @param before the fields that came before it
         */
        StoredFile take(InputStream content, Map<String, String> before) throws IOException;
    }

    private UploadReader(FileSink sink) {
        this.sink = sink;
    }

    /**
     * Reads a body to its end.
     *
     * @param contentType the request's header
     * @throws RefusedUploadException if it is no such form, lacks its file, has two, or ends too early
     * @throws IOException the client is gone
     */
    static UploadForm read(InputStream body, @Nullable String contentType, FileSink sink) throws IOException {
        UploadReader reader = new UploadReader(sink);
        try {
            reader.readParts(body, boundary(contentType));
        } catch (FileUploadException e) {
            throw malformed("parts");
        }
        return reader.form();
    }

    private UploadForm form() {
        if (file == null) {
            throw malformed("no-file");
        }
        return new UploadForm(file, FileName.of(fileName), fields);
    }

    private void readParts(InputStream body, byte[] boundary) throws IOException {
        MultipartInput input = MultipartInput.builder()
                .setInputStream(body)
                .setBufferSize(BUFFER)
                .setBoundary(boundary)
                .setPartHeaderSizeMax(LONGEST_HEADERS)
                .get();
        input.setHeaderCharset(StandardCharsets.UTF_8);
        int parts = 0;
        for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
            if (++parts > MOST_PARTS) {
                throw malformed("parts");
            }
            Map<String, String> names = disposition(input.readHeaders());
            try (InputStream content = input.newInputStream()) {
                readPart(names, content);
            }
        }
    }

    private void readPart(Map<String, String> names, InputStream content) throws IOException {
        String name = names.getOrDefault("name", "");
        if (name.equals(FILE)) {
            if (file != null) {
                throw malformed("two-files");
            }
            file = sink.take(content, Map.copyOf(fields));
            fileName = names.get("filename");
        } else if (fields.put(name, text(content)) != null) {
            throw malformed("twice");
        }
    }

    private static String text(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw malformed("long-field");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("encoding");
        }
    }

    private static byte[] boundary(@Nullable String contentType) {
        String boundary = parameters(contentType == null ? "" : contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw malformed("boundary");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The parameters of a part's Content-Disposition. */
    private static Map<String, String> disposition(String headers) {
        return headers.replaceAll("\r?\n[ \t]+", " ")
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .map(line -> parameters(line.substring(line.indexOf(':') + 1)))
                .orElse(Map.of());
    }

    private static Map<String, String> parameters(String header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> parameters = new HashMap<>();
        parser.parse(header, ';').forEach((name, value) -> {
            if (value != null) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    private static RefusedUploadException malformed(String what) {
        return RefusedUploadException.malformed(what);
    }
}
