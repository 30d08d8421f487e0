package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** Stem files as MUSDB18 has them. */
public final class TestStems {
    static final int RATE = 44_100;

    private TestStems() {}

    /** An MP4 as Native Instruments' are: stereo AAC streams; stream n holds a sine of 200·(n + 1) Hz. */
    public static Path write(Path file, int streams, int seconds) throws Exception {
        var command = new ArrayList<>(
                List.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), "-nostdin", "-v", "error", "-y"));
        for (int i = 0; i < streams; i++) {
            String sine = "0.4*sin(2*PI*" + 200 * (i + 1) + "*t)";
            command.addAll(
                    List.of("-f", "lavfi", "-i", "aevalsrc=" + sine + "|" + sine + ":s=" + RATE + ":d=" + seconds));
        }
        for (int i = 0; i < streams; i++) {
            command.addAll(List.of("-map", i + ":a"));
        }
        command.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-f", "mp4", file.toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return file;
    }
}
