package org.tonmeister.standalone.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Real files of real formats: parts of the example track, encoded by FFmpeg's own program. */
final class TestMusic {
    static final int SECONDS = 16;
    static final int LONG_SECONDS = 16 * 60;

    private TestMusic() {}

    static Path mp3(Path file) throws IOException, InterruptedException {
        return encode(file, "-c:a", "libmp3lame", "-b:a", "192k");
    }

    static Path wav(Path file) throws IOException, InterruptedException {
        return encode(file, "-c:a", "pcm_s16le");
    }

    static Path silence(Path file) throws IOException, InterruptedException {
        return encode(file, 2, "-af", "volume=0", "-c:a", "pcm_s16le");
    }

    /** A quarter of an hour and a minute, the example again and again; at the lowest rate, so that it is mixed soon. */
    static Path longFlac(Path file) throws IOException, InterruptedException {
        return encode(file, LONG_SECONDS, "-ac", "1", "-ar", "8000", "-c:a", "flac");
    }

    private static Path encode(Path file, String... how) throws IOException, InterruptedException {
        return encode(file, SECONDS, how);
    }

    private static Path encode(Path file, int seconds, String... how) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Loader.load(ffmpeg.class),
                "-nostdin",
                "-hide_banner",
                "-y",
                "-stream_loop",
                "-1",
                "-i",
                // Tests run in the module's folder.
                Path.of("..", "examples", "main-theme.flac").toString(),
                "-t",
                Integer.toString(seconds)));
        command.addAll(List.of(how));
        command.add(file.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + said);
        }
        return file;
    }
}
