package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;

/** WAV in its three envelopes: RIFF, RF64/BW64 (EBU Tech 3306, ITU-R BS.2088) and Sony Wave64. */
final class WavCheck {
    private static final int FORMAT_BYTES = 40;
    private static final int W64_CHUNK_HEADER = 24;
    private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;
    /**
     * Data sizes that programs write when they cannot know: nothing, "the largest" of 32 or 31 bits, and SoX's own.
     * Some take the header's size off, some round down to whole frames.
     */
    private static final long[] PLACEHOLDERS = {UNKNOWN_SIZE, 0x8000_0000L, 0x7FFF_FFFFL, 0x7FFF_F000L};

    private static final long PLACEHOLDER_SLACK = 256;
    /** What a codec inside WAV may lack at the end: less than 50 ms of telephone speech. */
    private static final long CODED_SLACK_BYTES = 400;

    private WavCheck() {}

    static HeaderFacts riff(FileBytes file) throws IOException, AudioFormatException {
        WavFormat format = null;
        long longDataSize = 0;
        long next;
        for (long at = 12; at + 8 <= file.size(); at = next) {
            long length = file.u32Le(at + 4);
            next = at + 8 + length + (length & 1);
            switch (file.fourCc(at)) {
                case "ds64" ->
                    longDataSize =
                            file.read(at + 16, 8, ByteOrder.LITTLE_ENDIAN).getLong();
                case "fmt " -> format = WavFormat.parse(file.read(at + 8, FORMAT_BYTES, ByteOrder.LITTLE_ENDIAN));
                case "data" -> {
                    boolean useLong = length == UNKNOWN_SIZE && longDataSize > 0;
                    return data(format, useLong ? longDataSize : length, !useLong, file.size() - at - 8);
                }
                default -> {
                    // Tags, broadcast and sampler chunks do not matter here.
                }
            }
        }
        throw noSamples();
    }

    static HeaderFacts wave64(FileBytes file) throws IOException, AudioFormatException {
        WavFormat format = null;
        long next;
        for (long at = 40; at + W64_CHUNK_HEADER <= file.size(); at = next) {
            // Chunk names are GUIDs that begin with the RIFF name; sizes include name and size.
            long length = file.read(at + 16, 8, ByteOrder.LITTLE_ENDIAN).getLong() - W64_CHUNK_HEADER;
            if (length < 0) {
                throw noSamples();
            }
            next = at + W64_CHUNK_HEADER + (length + 7) / 8 * 8;
            String name = file.fourCc(at);
            if (name.equals("fmt ")) {
                format = WavFormat.parse(file.read(at + W64_CHUNK_HEADER, FORMAT_BYTES, ByteOrder.LITTLE_ENDIAN));
            } else if (name.equals("data")) {
                return data(format, length, false, file.size() - at - W64_CHUNK_HEADER);
            }
        }
        throw noSamples();
    }

    private static AudioFormatException noSamples() {
        return new AudioFormatException("the WAV file ends before its samples begin: it is cut short, upload it again");
    }

    private static HeaderFacts data(WavFormat format, long declared, boolean mayBeUnknown, long present)
            throws AudioFormatException {
        if (format == null) {
            throw new AudioFormatException("the WAV header is damaged: the samples come before their format");
        }
        if (declared == 0 || (declared > present && mayBeUnknown && isPlaceholder(declared))) {
            return new HeaderFacts(
                    OptionalDouble.empty(), List.of("the WAV header gives no length: read to the end of the file"));
        }
        if (!format.pcm()) {
            if (declared - present > CODED_SLACK_BYTES) {
                throw AudioFormatException.cutShort(declared, present);
            }
            return HeaderFacts.NONE;
        }
        double promised = format.seconds(declared);
        double found = format.seconds(Math.min(present, declared));
        if (promised - found > HeaderFacts.TOLERANCE_SECONDS) {
            throw AudioFormatException.cutShort(promised, found);
        }
        return HeaderFacts.ofSeconds(promised);
    }

    private static boolean isPlaceholder(long dataSize) {
        for (long placeholder : PLACEHOLDERS) {
            if (dataSize <= placeholder && dataSize > placeholder - PLACEHOLDER_SLACK) {
                return true;
            }
        }
        return false;
    }
}
