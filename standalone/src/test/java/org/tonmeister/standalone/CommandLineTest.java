package org.tonmeister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.standalone.endtoend.CommandLineRun;

/** The command line as far as it goes without a broker. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--strength 2       | strength is '2'",
                "--loudness loud    | loudness is 'loud'",
                "--format wma       | format is 'wma'",
                "--ceiling 3        | ceiling is '3'",
                "--variant a/b      | variant is 'a/b'",
                "--set warmth=1     | '--set warmth'",
                "--set width=2      | width is '2'",
                "--strength-of x=1  | '--strength-of x'",
                "--set width        | --set",
                "--patience 0       | --patience is 0",
                "--patience soon    | --patience",
                "--loudnes -14      | --loudnes",
            })
    void aWrongOption_isNamedInOneLine_withExitCode2(String option, String named) throws Exception {
        Path song = Files.writeString(folder.resolve("song.mp3"), "never looked at");

        var run = run("mix " + option, song);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines().findFirst())
                .get()
                .asString()
                .startsWith("tonmeister: ")
                .contains(named);
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(folder.resolve("data").resolve("kafka-4.3.1")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mixx", "", "mix", "analyze", "render", "serve --port 99999", "serve --port x", "listen", "train"
            })
    void anUnusableCommand_hasExitCode2(String command) {
        Object[] words = command.isEmpty() ? new Object[0] : command.split(" ", -1);

        var run = CommandLineRun.of(words);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void filesThatCannotBeRead_areNamed_andNoBrokerIsStarted() {
        var run = run("mix", folder.resolve("missing.mp3"), folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        folder.resolve("missing.mp3") + ": no such file",
                        folder + ": is a folder; name the files in it, such as " + folder.resolve("*.flac"));
        assertThat(folder.resolve("data").toFile().list()).containsExactly("log");
    }

    @Test
    void aFolderThatCannotBeWritten_isNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Path song = Files.writeString(folder.resolve("song.mp3"), "never looked at");

        var run = run("mix", song, "--out", file.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("tonmeister: cannot write to " + file.resolve("out") + ": ");
    }

    @Test
    void aBrokerThatIsNotThere_isNamed() throws Exception {
        Path song = Files.writeString(folder.resolve("song.mp3"), "never looked at");

        var run = run("mix", song, "--bootstrap", "localhost:x");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("tonmeister: cannot connect to localhost:x: ")
                .hasLineCount(1);
    }

    @Test
    void listen_saysIfNothingRuns() {
        var run = run("listen", "--out", folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("tonmeister: nothing runs on the data folder")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "mix --help",
                "serve --help",
                "listen --help",
                "help mix",
                "help analyze",
                "help render",
                "train --help"
            })
    void help_goesToStdout(String command) {
        var run = CommandLineRun.of((Object[]) command.split(" ", -1));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: tonmeister");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void version_namesKafkaAndJava() {
        var run = CommandLineRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("tonmeister ").contains("Kafka 4.").contains("Java ");
    }

    private CommandLineRun run(String command, Object... more) {
        String[] words = command.split(" ", -1);
        Object[] all = new Object[words.length + more.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--data";
        all[words.length + 1] = folder.resolve("data");
        System.arraycopy(more, 0, all, words.length + 2, more.length);
        return CommandLineRun.of(all);
    }
}
