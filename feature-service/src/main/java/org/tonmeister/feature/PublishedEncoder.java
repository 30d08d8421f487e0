package org.tonmeister.feature;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.analysis.AstInput;
import org.tonmeister.audio.analysis.KaldiFilterBank;
import org.tonmeister.audio.codec.Resampler;
import org.tonmeister.neural.network.ScriptedEncoder;

/**
 * The published Audio Spectrogram Transformer, exported as TorchScript: it reads the filter bank of the window's mono mix
 * at 16 kHz.
 */
final class PublishedEncoder implements WindowEncoder {
    private final KaldiFilterBank filterBank = new KaldiFilterBank();
    private final String name;
    private final String version;
    private final ScriptedEncoder encoder;

    /**
     * An encoder from its file.
     *
     * @param version of the file
     * @throws IllegalArgumentException if it is no TorchScript file
     * @throws IOException if it cannot be read
     */
    PublishedEncoder(Path file, String version) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.version = version;
        this.encoder = new ScriptedEncoder(file);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public float[] embedding(Window window) {
        float[] mono = mono(resampled(window));
        return encoder.embedding(AstInput.of(filterBank.logEnergies(mono, mono.length)));
    }

    /** The mean of the channels, {@code [frames]}. */
    private static float[] mono(float[][] stereo) {
        float[] mono = new float[stereo[0].length];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (stereo[0][i] + stereo[1][i]) / 2;
        }
        return mono;
    }

    private static float[][] resampled(Window window) {
        try (var resampler = new Resampler(window.sampleRate(), KaldiFilterBank.SAMPLE_RATE)) {
            float[][] out = new float[2][resampler.maxOutputFrames(window.frames())];
            int frames = resampler.process(window.samples(), 0, window.frames(), out, 0);
            float[][] rest = new float[2][resampler.maxOutputFrames(0)];
            int left = resampler.finish(rest, 0);
            float[][] all = new float[2][frames + left];
            for (int c = 0; c < all.length; c++) {
                System.arraycopy(out[c], 0, all[c], 0, frames);
                System.arraycopy(rest[c], 0, all[c], frames, left);
            }
            return all;
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
