package org.tonmeister.audio.codec;

/** The 32-bit header of an MPEG audio frame (ISO/IEC 11172-3, 2.4.1.3; 13818-3; "MPEG 2.5" as everybody reads it). */
final class MpegAudioHeader {
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[][] KBITS_MPEG1 = {
        {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
    };
    private static final int[][] KBITS_MPEG2 = {
        {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private MpegAudioHeader() {}

    /** Bytes of the frame this header begins, or 0 if it is no header or its length cannot be told (free format). */
    static int frameBytes(int header) {
        int version = (header >>> 19) & 3; // 0: 2.5, 2: MPEG-2, 3: MPEG-1
        int layer = 4 - ((header >>> 17) & 3);
        int bitRate = (header >>> 12) & 15;
        int rate = (header >>> 10) & 3;
        boolean sync = header >>> 21 == 0x7FF;
        if (!sync || version == 1 || layer == 4 || bitRate == 0 || bitRate == 15 || rate == 3) {
            return 0;
        }
        int bitsPerSecond = 1000 * (version == 3 ? KBITS_MPEG1 : KBITS_MPEG2)[layer - 1][bitRate - 1];
        int sampleRate = RATES[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        int padding = (header >>> 9) & 1;
        if (layer == 1) {
            return (12 * bitsPerSecond / sampleRate + padding) * 4;
        }
        int framesPerEight = layer == 3 && version != 3 ? 72 : 144;
        return framesPerEight * bitsPerSecond / sampleRate + padding;
    }
}
