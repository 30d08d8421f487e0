package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** The ffmpeg program that comes with the libraries: makes inputs, and decodes as an independent judge. */
final class FfmpegProgram {
    private FfmpegProgram() {}

    /** Two sines and a little noise, as a lavfi source of so many seconds. */
    static String source(int sampleRate, double seconds) {
        return "aevalsrc=0.4*sin(2*PI*440*t)+0.05*random(0)|0.4*sin(2*PI*660*t)+0.05*random(1):s=" + sampleRate + ":d="
                + seconds;
    }

    /** Encodes the source into a file; arguments go between input and output. */
    static Path make(Path file, String lavfi, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-y", "-f", "lavfi", "-i", lavfi));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        run(command.toArray(String[]::new));
        return file;
    }

    /** Stereo samples as the program decodes them; only for sources of one or two channels. */
    static float[][] decode(Path file) {
        byte[] raw =
                run("-i", file.toString(), "-map", "0:a:0", "-ac", "2", "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1");
        float[][] planar = new float[2][raw.length / 8];
        PcmEncoding.F32.decode(ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN), planar);
        return planar;
    }

    /** Frames of the first audio stream, in its own layout and rate. */
    static long countFrames(Path file, int channels) {
        return run("-i", file.toString(), "-map", "0:a:0", "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1").length
                / (4L * channels);
    }

    /** What the program prints about a file: container, duration, stream, tags. */
    static String describe(Path file) {
        return new String(
                execute(true, "-v", "info", "-i", file.toString(), "-map", "0:a", "-f", "null", "-"),
                StandardCharsets.UTF_8);
    }

    /** Runs the program and returns its standard output. */
    static byte[] run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-v", "error"));
        all.addAll(List.of(arguments));
        return execute(false, all.toArray(String[]::new));
    }

    private static byte[] execute(boolean wantLog, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), "-nostdin"));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("ffmpeg", ".log");
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            process.getInputStream().transferTo(output);
            int status = process.waitFor();
            String said = Files.readString(errors, StandardCharsets.UTF_8);
            Files.delete(errors);
            assertThat(status)
                    .as("ffmpeg %s: %s", String.join(" ", arguments), said)
                    .isZero();
            return wantLog ? said.getBytes(StandardCharsets.UTF_8) : output.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
