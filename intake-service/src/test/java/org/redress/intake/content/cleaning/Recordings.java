package org.redress.intake.content.cleaning;

/** Recordings, made for each test. */
public final class Recordings {
    private static final byte[] TIMES = Bytes.int32(0xE0C2A3F0L);

    private Recordings() {}

    static byte[] box(String name, Object... content) {
        byte[] all = Bytes.of(content);
        return Bytes.of(Bytes.int32(all.length + 8L), name, all);
    }

    /** A track of that handler, with a data reference of those flags. */
    static byte[] track(String handler, int flags) {
        return box(
                "trak",
                box("tkhd", Bytes.int32(3), TIMES, TIMES, new byte[72]),
                box(
                        "mdia",
                        box("mdhd", Bytes.int32(0), TIMES, TIMES, new byte[12]),
                        box("hdlr", new byte[8], handler, new byte[12], "Core Media Zhang San\0"),
                        box(
                                "minf",
                                box("dinf", box("dref", new byte[4], Bytes.int32(1), box("url ", Bytes.int32(flags)))),
                                box("stbl", box("stco", new byte[4], Bytes.int32(1), Bytes.int32(48))))));
    }

    /** A recording with pictures, sound, a place, a maker and a track of measurements. */
    public static byte[] mp4(String brand) {
        return Bytes.of(
                box("ftyp", brand, new byte[4], brand, "mp41"),
                box("mdat", "the pictures and the sound"),
                box(
                        "moov",
                        box("mvhd", new byte[4], TIMES, TIMES, new byte[88]),
                        track("vide", 1),
                        track("soun", 1),
                        track("meta", 1),
                        box("udta", box("\u00a9xyz", 0, 18, 0x15, 0xC7, "+31.2304+121.4737/")),
                        box("meta", "com.apple.quicktime.make", "Apple iPhone of Zhang San")),
                box("uuid", "an XMP packet with a place"));
    }

    /** A recording in parts, with one more box in that one. */
    static byte[] told(String where, byte[] more) {
        byte[] coded = box(
                "avc1",
                new byte[42],
                8,
                "coded by",
                new byte[23],
                new byte[4],
                box("avcC", " how it is coded"),
                at("stsd", where, more));
        return Bytes.of(
                box("ftyp", "isom", new byte[4], "isom", "mp41"),
                box(
                        "moov",
                        box("mvhd", new byte[100]),
                        box(
                                "trak",
                                box("tkhd", new byte[84]),
                                box("edts", box("elst", new byte[8]), at("edts", where, more)),
                                box(
                                        "mdia",
                                        box("mdhd", new byte[24]),
                                        box("hdlr", new byte[8], "vide", new byte[12], "coded by me\0"),
                                        box(
                                                "minf",
                                                box("vmhd", new byte[12]),
                                                box(
                                                        "dinf",
                                                        box(
                                                                "dref",
                                                                new byte[4],
                                                                Bytes.int32(1),
                                                                box("url ", Bytes.int32(1), at("dref", where, more)))),
                                                box(
                                                        "stbl",
                                                        box("stsd", new byte[4], Bytes.int32(1), coded),
                                                        box("stco", new byte[8]),
                                                        at("stbl", where, more)),
                                                at("minf", where, more)),
                                        at("mdia", where, more)),
                                at("trak", where, more)),
                        box("mvex", box("trex", new byte[24]), at("mvex", where, more)),
                        at("moov", where, more)),
                box(
                        "moof",
                        box("mfhd", new byte[8]),
                        box("traf", box("tfhd", new byte[8]), box("trun", new byte[8]), at("traf", where, more)),
                        at("moof", where, more)),
                box("mdat", "the pictures and the sound"),
                box("mfra", box("mfro", new byte[8]), at("mfra", where, more)));
    }

    private static byte[] at(String here, String where, byte[] more) {
        return here.equals(where) ? more : new byte[0];
    }

    static byte[] onlySound() {
        return Bytes.of(
                box("ftyp", "M4A ", new byte[4], "M4A mp42"),
                box("moov", box("mvhd", new byte[4], TIMES, TIMES, new byte[88]), track("soun", 1)),
                box("mdat", "the sound"));
    }

    /** Half a second of silence with a title before and after it. */
    public static byte[] mp3() {
        byte[] frame = Bytes.of(0xFF, 0xFB, 0x90, 0x64, new byte[413]);
        Object[] parts = new Object[22];
        java.util.Arrays.fill(parts, frame);
        parts[0] = Bytes.of("ID3", 3, 0, 0, 0, 0, 0, 30, "TIT2 a talk with Zhang San    ");
        parts[21] = Bytes.of("TAG", "a talk with Zhang San", new byte[104]);
        return Bytes.of(parts);
    }

    /** A tenth of a second with a title, a note and something after its end. */
    public static byte[] wav() {
        byte[] sound = new byte[1601];
        java.util.Arrays.fill(sound, (byte) 0x80);
        byte[] format = Bytes.of(1, 0, 1, 0, Bytes.little32(8000), Bytes.little32(8000), 1, 0, 8, 0);
        byte[] content = Bytes.of(
                "WAVE",
                "LIST",
                Bytes.little32(13),
                "INFOZhang San",
                0,
                "fmt ",
                Bytes.little32(16),
                format,
                "data",
                Bytes.little32(sound.length),
                sound,
                0);
        return Bytes.of("RIFF", Bytes.little32(content.length), content, "PK\u0003\u0004 appended");
    }

    /** Three frames. */
    public static byte[] amr() {
        byte[] frame = Bytes.of(0x3C, new byte[31]);
        return Bytes.of("#!AMR\n", frame, frame, frame);
    }
}
