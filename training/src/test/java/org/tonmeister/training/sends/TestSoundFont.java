package org.tonmeister.training.sends;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The smallest SoundFont 2.01 that plays: one preset, one instrument, one looped sine of 440 Hz for the key 69. */
final class TestSoundFont {
    private static final int SAMPLE_RATE = 44_100;
    /** 44 periods, so that the loop has no seam. */
    private static final int LOOP = 4410;

    /** Before the loop and behind it. */
    private static final int MARGIN = 8;

    private static final int SAMPLES = LOOP + 2 * MARGIN;

    private static final int PADDING = 46;
    private static final int GENERATOR_INSTRUMENT = 41;
    private static final int GENERATOR_SAMPLE = 53;
    private static final int GENERATOR_SAMPLE_MODES = 54;

    private TestSoundFont() {}

    static Path write(Path file) throws IOException {
        byte[] info =
                join(chunk("ifil", shorts(2, 1)), chunk("isng", text("EMU8000", 8)), chunk("INAM", text("sine", 6)));
        byte[] preset = join(
                chunk(
                        "phdr",
                        join(text("sine", 20), shorts(0, 0, 0), ints(0, 0, 0)),
                        join(text("EOP", 20), shorts(0, 0, 1), ints(0, 0, 0))),
                chunk("pbag", shorts(0, 0, 1, 0)),
                chunk("pmod", new byte[10]),
                chunk("pgen", shorts(GENERATOR_INSTRUMENT, 0, 0, 0)),
                chunk("inst", text("sine", 20), shorts(0), text("EOI", 20), shorts(1)),
                chunk("ibag", shorts(0, 0, 2, 0)),
                chunk("imod", new byte[10]),
                chunk("igen", shorts(GENERATOR_SAMPLE_MODES, 1, GENERATOR_SAMPLE, 0, 0, 0)),
                chunk(
                        "shdr",
                        text("sine", 20),
                        ints(0, SAMPLES, MARGIN, MARGIN + LOOP, SAMPLE_RATE),
                        new byte[] {69, 0},
                        shorts(0, 1),
                        text("EOS", 20),
                        new byte[26]));
        byte[] content = join(list("INFO", info), list("sdta", chunk("smpl", sine())), list("pdta", preset));
        Files.write(file, chunk("RIFF", "sfbk".getBytes(StandardCharsets.US_ASCII), content));
        return file;
    }

    private static byte[] sine() {
        int[] samples = new int[SAMPLES + PADDING];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = (int) Math.round(20_000 * Math.sin(2 * Math.PI * 440 * i / SAMPLE_RATE));
        }
        return shorts(samples);
    }

    private static byte[] list(String type, byte[] content) {
        return chunk("LIST", type.getBytes(StandardCharsets.US_ASCII), content);
    }

    private static byte[] chunk(String id, byte[]... contents) {
        byte[] content = join(contents);
        return join(id.getBytes(StandardCharsets.US_ASCII), ints(content.length), content);
    }

    private static byte[] text(String text, int length) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
    }

    private static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
