package org.redress.intake.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The media type of content by its first bytes. The name and what the client says of it are not asked. Thread-safe. */
final class MediaTypes {
    /** Names that Tika has for what is accepted. */
    private static final Map<String, ContentType> ACCEPTED = Map.ofEntries(
            Map.entry("image/jpeg", ContentType.JPEG),
            Map.entry("image/png", ContentType.PNG),
            Map.entry("image/webp", ContentType.WEBP),
            Map.entry("video/mp4", ContentType.MP4),
            Map.entry("video/x-m4v", ContentType.MP4),
            Map.entry("application/mp4", ContentType.MP4),
            Map.entry("video/3gpp", ContentType.MP4),
            Map.entry("video/quicktime", ContentType.QUICKTIME),
            Map.entry("audio/mpeg", ContentType.MP3),
            Map.entry("audio/mp4", ContentType.M4A),
            Map.entry("audio/vnd.wave", ContentType.WAV),
            Map.entry("audio/x-wav", ContentType.WAV),
            Map.entry("audio/amr", ContentType.AMR),
            Map.entry("application/pdf", ContentType.PDF),
            Map.entry("text/plain", ContentType.TEXT));

    private MediaTypes() {}

    static Optional<ContentType> accepted(String mediaType) {
        return Optional.ofNullable(ACCEPTED.get(mediaType));
    }

    /** The media type without parameters; {@code application/octet-stream} if it is no known one. */
    static String detect(InputStream content) throws IOException {
        try (InputStream start = new BufferedInputStream(content)) {
            return Registry.TYPES.detect(start, new Metadata()).getBaseType().toString();
        }
    }

    /** Read when the first file comes: half a second of parsing that most instances of a quiet house never need. */
    private static final class Registry {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
