package org.redress.intake.content.cleaning;

/** The first four bytes of a frame of MPEG audio. */
final class Mp3Frame {
    /** Kilobits a second by index, for MPEG 1 and for MPEG 2 and 2.5, each for layers I, II and III. */
    private static final int[][][] BIT_RATES = {
        {
            {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
            {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
        },
        {
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
        }
    };

    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    private Mp3Frame() {}

    /** How many bytes the frame has with its header; 0: these four bytes begin no frame. */
    static int length(byte[] header) {
        int version = (header[1] >> 3) & 3;
        int layer = 4 - ((header[1] >> 1) & 3);
        int bitRate = (header[2] >> 4) & 15;
        int sampleRate = (header[2] >> 2) & 3;
        boolean isFrame = header[0] == (byte) 0xFF && (header[1] & 0xE0) == 0xE0;
        if (!isFrame || version == 1 || layer == 4 || bitRate == 0 || bitRate == 15 || sampleRate == 3) {
            return 0;
        }
        boolean first = version == 3;
        int bits = BIT_RATES[first ? 0 : 1][layer - 1][bitRate] * 1000;
        int samples = SAMPLE_RATES[sampleRate] / (first ? 1 : version == 2 ? 2 : 4);
        int padding = (header[2] >> 1) & 1;
        if (layer == 1) {
            return (12 * bits / samples + padding) * 4;
        }
        return (layer == 3 && !first ? 72 : 144) * bits / samples + padding;
    }
}
