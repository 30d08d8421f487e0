package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.tonmeister.audio.codec.PcmEncoding;

/** Sends sound through filters of the ffmpeg program that comes with the libraries. */
final class FfmpegFilter {
    private static final int BYTES_A_FRAME = 2 * Float.BYTES;

    private FfmpegFilter() {}

    /**
     * The filtered sound, as long as the source.
     *
     * @param filter FFmpeg's description of it
     * @param stereo {@code [2][frames]}, left unchanged
     * @throws IOException if FFmpeg refuses; the message is what it says
     */
    static float[][] apply(String filter, float[][] stereo, int sampleRate) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tonmeister-filter");
        Path in = folder.resolve("in.f32");
        Path out = folder.resolve("out.f32");
        Path log = folder.resolve("log.txt");
        try {
            Files.write(in, PcmEncoding.F32.encode(stereo, 0, stereo[0].length));
            String rate = Integer.toString(sampleRate);
            // One thread, and no instructions of newer processors: the same sound on every machine.
            Process process = new ProcessBuilder(List.of(
                            Loader.load(ffmpeg.class),
                            "-nostdin",
                            "-v",
                            "error",
                            "-cpuflags",
                            "0",
                            "-f",
                            "f32le",
                            "-ar",
                            rate,
                            "-ac",
                            "2",
                            "-i",
                            in.toString(),
                            "-af",
                            filter,
                            "-f",
                            "f32le",
                            "-ar",
                            rate,
                            out.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("FFmpeg does not filter by " + filter + ": "
                        + Files.readString(log).strip());
            }
            return decoded(Files.readAllBytes(out), stereo[0].length);
        } finally {
            for (Path file : List.of(in, out, log, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static float[][] decoded(byte[] pcm, int frames) throws IOException {
        if (pcm.length < BYTES_A_FRAME * frames) {
            throw new IOException("FFmpeg gave " + pcm.length / BYTES_A_FRAME + " frames for " + frames);
        }
        float[][] stereo = new float[2][frames];
        var bytes = ByteBuffer.wrap(pcm, 0, BYTES_A_FRAME * frames).order(ByteOrder.LITTLE_ENDIAN);
        PcmEncoding.F32.decode(bytes, stereo);
        return stereo;
    }
}
