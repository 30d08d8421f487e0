package org.tonmeister.audio.codec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The formats a mix can be written in. FLAC and WAV keep every rate from 8 to 192 kHz. The others take another where they
 * lack it: an integer part or multiple if there is one, so that 192 and 96 kHz become 48 and 88.2 kHz becomes 44.1.
 */
public enum OutputFormat {
    /** Lossless, 16 or 24 bit. */
    FLAC("flac", "audio/flac"),
    WAV16("wav", "audio/wav"),
    WAV24("wav", "audio/wav"),
    /** 32-bit float: nothing is clamped. */
    WAV32F("wav", "audio/wav"),
    /** 320 kb/s, constant bit rate; 32, 44.1 or 48 kHz. */
    MP3("mp3", "audio/mpeg"),
    /** AAC-LC at 256 kb/s in MP4; up to 96 kHz, at the rates that AAC has. */
    M4A("m4a", "audio/mp4"),
    /** Opus at 192 kb/s in Ogg, always 48 kHz. */
    OPUS("opus", "audio/ogg");

    private static final Map<String, OutputFormat> OTHER_NAMES =
            Map.of("wav", WAV24, "wav32", WAV32F, "wavfloat", WAV32F, "mpeg", MP3, "aac", M4A, "mp4", M4A, "ogg", OPUS);

    private final String extension;
    private final String mediaType;

    OutputFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /**
     * How many bits a FLAC mix should have, 16 or 24, by its source's.
     *
     * <p>More than 16 bits, floats included, become 24: that holds what a float source has above its own noise. Up to 16
     * bits stay 16, dithered. So do lossy sources, which count as 16: what their codec left out lies far above the
     * dither's −93 dBFS, and 24 bits would only store the decoder's rounding, at one and a half times the size.
     *
     * @param sourceBits {@link SourceInfo#bitsPerSample}
     */
    public static int flacBits(int sourceBits) {
        return sourceBits > 16 ? 24 : 16;
    }

    /** File name extension, without the dot. */
    public String extension() {
        return extension;
    }

    /** Media type as registered with IANA. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether decoding gives other samples than were encoded. */
    public boolean isLossy() {
        return switch (this) {
            case MP3, M4A, OPUS -> true;
            case FLAC, WAV16, WAV24, WAV32F -> false;
        };
    }

    /**
     * Reads a name as a user writes it: case, blanks, dots, hyphens and underscores do not matter
     * ({@code "flac"}, {@code "wav 24"}, {@code "WAV-32f"}). {@code "wav"} alone is 24 bit.
     *
     * @throws IllegalArgumentException with a reason that lists the names
     */
    public static OutputFormat parse(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "").replaceAll("bit$", "");
        for (OutputFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(key)) {
                return format;
            }
        }
        OutputFormat other = OTHER_NAMES.get(key);
        if (other == null) {
            String known = Arrays.stream(values())
                    .map(format -> format.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("there is no output format '" + name + "'; choose one of " + known);
        }
        return other;
    }
}
