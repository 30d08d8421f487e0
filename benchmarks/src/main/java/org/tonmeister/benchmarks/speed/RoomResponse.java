package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;

/**
 * A room for FFmpeg to convolve with: noise that decays by 60 dB in the reverb's 1.6 s, as loud as its return (a full
 * send is 6 dB below the dry sound).
 */
final class RoomResponse {
    private static final double T60_SECONDS = 1.6;
    private static final double PRE_DELAY_SECONDS = 0.020;
    private static final double FULL_SEND = 0.5;

    private RoomResponse() {}

    /** Writes it as a WAV file; with the dry sound it begins with an impulse of one. */
    static void write(Path file, int sampleRate, double send, boolean withDrySound) throws IOException {
        int first = (int) (PRE_DELAY_SECONDS * sampleRate);
        int frames = first + (int) (T60_SECONDS * sampleRate);
        float[][] response = new float[2][frames];
        var random = new Random(8);
        for (float[] channel : response) {
            double energy = 0;
            for (int i = first; i < frames; i++) {
                double decayed = StrictMath.pow(10, -3 * (i - first) / (T60_SECONDS * sampleRate));
                channel[i] = (float) (decayed * random.nextGaussian());
                energy += channel[i] * channel[i];
            }
            float gain = (float) (send * FULL_SEND / Math.sqrt(energy));
            for (int i = first; i < frames; i++) {
                channel[i] *= gain;
            }
            channel[0] = withDrySound ? 1 : 0;
        }
        try (var writer = AudioWriter.create(file, OutputFormat.WAV32F, sampleRate, 0, Map.of(), Optional.empty())) {
            writer.write(response, frames);
            writer.finish();
        }
    }
}
