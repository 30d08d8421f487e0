package org.tonmeister.feature;

import java.nio.ByteBuffer;
import org.tonmeister.audio.codec.PcmEncoding;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.RecordPointer;

/** Windows of sines. */
final class TestWindows {
    private TestWindows() {}

    /** Five seconds in which left is {@code left} and right is {@code right} times a full-scale sine. */
    static Window sine(int rate, double hertz, double left, double right) {
        float[][] samples = new float[2][5 * rate];
        for (int i = 0; i < samples[0].length; i++) {
            double sine = StrictMath.sin(2 * StrictMath.PI * hertz * i / rate);
            samples[0][i] = (float) (left * sine);
            samples[1][i] = (float) (right * sine);
        }
        var chunk = AudioChunk.newBuilder()
                .setTrackId("track")
                .setUploadId("0-1")
                .setPass("a")
                .setWindow(3)
                .setFirstFrame(0)
                .setFrames(samples[0].length)
                .setSampleRate(rate)
                .setChannels(2)
                .setEncoding(org.tonmeister.schemas.record.PcmEncoding.F32)
                .setPcm(ByteBuffer.wrap(PcmEncoding.F32.encode(samples, 0, samples[0].length)))
                .build();
        return Window.of(chunk, "a.b", new RecordPointer(2, 77L));
    }
}
