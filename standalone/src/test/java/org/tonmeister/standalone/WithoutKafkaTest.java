package org.tonmeister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.standalone.sound.Sounds;

/** What needs no broker loads none of its classes: in a process of its own, which tells what it loads. */
class WithoutKafkaTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "render"})
    void noClassOfKafka_isLoaded(String command) throws Exception {
        Path tone = Sounds.wav(folder.resolve("tone.wav"), 1, Sounds.sine(1000, 0.1, 1));
        Path classes = folder.resolve("classes.txt");
        Path errors = folder.resolve("errors.txt");
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes.getFileName(),
                "-cp",
                System.getProperty("java.class.path"),
                Tonmeister.class.getName(),
                command,
                tone.toString(),
                "--quiet"));

        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(errors.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        assertThat(Files.readString(classes))
                .contains("org.tonmeister.standalone.Tonmeister")
                .doesNotContain("org.apache.kafka.")
                .doesNotContain(" kafka.");
    }
}
