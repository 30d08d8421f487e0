package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** AIFF and AIFF-C: the common chunk promises frames, the sound chunk must hold them. */
final class AiffCheck {
    private static final Set<String> PCM =
            Set.of("NONE", "none", "twos", "sowt", "in24", "in32", "fl32", "FL32", "fl64", "FL64", "raw ");
    private static final int SOUND_PREFIX = 8;

    private AiffCheck() {}

    static HeaderFacts check(FileBytes file) throws IOException, AudioFormatException {
        String type = file.fourCc(8);
        if (!type.equals("AIFF") && !type.equals("AIFC")) {
            return HeaderFacts.NONE;
        }
        ByteBuffer common = null;
        String coding = "NONE";
        long soundBytes = -1;
        long next;
        for (long at = 12; at + 8 <= file.size(); at = next) {
            long length = file.u32Be(at + 4);
            next = at + 8 + length + (length & 1);
            String name = file.fourCc(at);
            if (name.equals("COMM")) {
                common = file.read(at + 8, 18, ByteOrder.BIG_ENDIAN);
                coding = type.equals("AIFC") ? file.fourCc(at + 26) : coding;
            } else if (name.equals("SSND")) {
                soundBytes = Math.max(0, Math.min(length, file.size() - at - 8) - SOUND_PREFIX);
            }
        }
        if (common == null || soundBytes < 0) {
            throw new AudioFormatException("the AIFF file is damaged or cut short: it has no "
                    + (common == null ? "format" : "sound") + " chunk");
        }
        return compare(common, PCM.contains(coding), soundBytes);
    }

    private static HeaderFacts compare(ByteBuffer common, boolean pcm, long soundBytes) throws AudioFormatException {
        int channels = Short.toUnsignedInt(common.getShort(0));
        long frames = Integer.toUnsignedLong(common.getInt(2));
        int bits = Short.toUnsignedInt(common.getShort(6));
        double rate = extended(common, 8);
        if (channels == 0 || channels > AudioReader.MAX_CHANNELS || bits == 0 || bits > 64) {
            throw new AudioFormatException(
                    "the AIFF header is wrong: it has " + channels + " channels of " + bits + " bits");
        }
        AudioReader.checkRate(Math.round(rate));
        if (!pcm || frames == 0) {
            return HeaderFacts.NONE;
        }
        long framesFound = soundBytes / ((long) channels * ((bits + 7) / 8));
        if ((frames - framesFound) / rate > HeaderFacts.TOLERANCE_SECONDS) {
            throw AudioFormatException.cutShort(frames / rate, framesFound / rate);
        }
        return HeaderFacts.ofSeconds(frames / rate);
    }

    /** An 80-bit IEEE 754 extended number, always positive here. */
    private static double extended(ByteBuffer bytes, int at) {
        int exponent = bytes.getShort(at) & 0x7FFF;
        long mantissa = bytes.getLong(at + 2);
        double unsigned = (mantissa >>> 1) * 2.0 + (mantissa & 1);
        return exponent == 0x7FFF ? 0 : StrictMath.scalb(unsigned, exponent - 16383 - 63);
    }
}
