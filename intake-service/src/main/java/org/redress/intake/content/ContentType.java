package org.redress.intake.content;

/** Every type of file that is accepted. All others are refused. */
public enum ContentType {
    /** A photograph. */
    JPEG(Family.IMAGE, "image/jpeg", "jpg"),
    /** A screenshot. */
    PNG(Family.IMAGE, "image/png", "png"),
    /** A picture of a web page or a chat; still ones only. */
    WEBP(Family.IMAGE, "image/webp", "webp"),
    /** A recording of a screen or a camera. */
    MP4(Family.VIDEO, "video/mp4", "mp4"),
    /** The same from an iPhone. */
    QUICKTIME(Family.VIDEO, "video/quicktime", "mov"),
    /** A recorded call. */
    MP3(Family.AUDIO, "audio/mpeg", "mp3"),
    M4A(Family.AUDIO, "audio/mp4", "m4a"),
    WAV(Family.AUDIO, "audio/x-wav", "wav"),
    /** A recorded call of a mobile phone. */
    AMR(Family.AUDIO, "audio/amr", "amr"),
    /** An invoice, a contract. */
    PDF(Family.DOCUMENT, "application/pdf", "pdf"),
    /** An exported chat. */
    TEXT(Family.TEXT, "text/plain", "txt");

    private final Family family;
    private final String mediaType;
    private final String extension;

    ContentType(Family family, String mediaType, String extension) {
        this.family = family;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** What kind of thing it is; limits of size are published by it. */
    public enum Family {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT,
        TEXT
    }

    /** What kind of thing it is. */
    public Family family() {
        return family;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of {@code Content-Type} for downloads: cleaned text is always UTF-8. */
    public String contentTypeHeader() {
        return this == TEXT ? "text/plain; charset=utf-8" : mediaType;
    }

    /** What a download's name ends with, without the dot. */
    public String extension() {
        return extension;
    }
}
