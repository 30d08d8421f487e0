package org.tonmeister.standalone.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's own program, out of the jar of its libraries: a judge that shares no code with ours. */
final class FfmpegProgram {
    private FfmpegProgram() {}

    /** Runs it and gives back what it says. */
    static String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-nostdin", "-hide_banner", "-y"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + said);
        }
        return said;
    }
}
