package org.tonmeister.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.training.compare.CompareRun.Settings;
import org.tonmeister.training.compare.result.Comparison;
import org.tonmeister.training.compare.result.Comparison.LeftOut;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.masters.TestMusic;
import picocli.CommandLine;

class CompareCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void comparesASong_withTheAnalyserAlone() throws Exception {
        // Given: four seconds of noise, soft and narrow
        Path song = folder.resolve("narrow noise.wav");
        TestMusic.write(song, TestMusic.noise(3, 4, true, -28, -12));
        Path first = Files.createDirectory(folder.resolve("a"));
        Path second = Files.createDirectory(folder.resolve("b"));

        // When
        compare(song, first);
        compare(song, second);

        // Then: everything the page names is there, and twice the same
        var comparison = Comparison.parse(Files.readString(first.resolve("comparison.json")));
        assertThat(comparison.versions())
                .extracting(Version::id)
                .containsExactly("original", "untouched", "analyser", "ensemble");
        assertThat(names(first))
                .containsExactly(
                        "analyser.flac",
                        "comparison.json",
                        "ensemble.flac",
                        "index.html",
                        "original.flac",
                        "untouched.flac");
        for (String name : names(first)) {
            assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
        }
        assertThat(Files.readString(first.resolve("index.html")))
                .contains("narrow noise.wav", "ast was not asked: not in this test");
        // And the analyser made it louder and wider, the untouched one is only louder
        Version original = comparison.versions().get(0);
        Version untouched = comparison.versions().get(1);
        Version analyser = comparison.versions().get(2);
        assertThat(original.settings()).isNull();
        assertThat(analyser.figures().lufs()).isGreaterThan(original.figures().lufs() + 3);
        assertThat(untouched.figures().lufs()).isCloseTo(analyser.figures().lufs(), within(0.2));
        assertThat(analyser.figures().sideToMidDb())
                .isGreaterThan(original.figures().sideToMidDb() + 2);
        assertThat(untouched.figures().sideToMidDb())
                .isCloseTo(original.figures().sideToMidDb(), within(0.1));
        assertThat(comparison.distances().get(0).get(2))
                .isGreaterThan(comparison.distances().get(0).get(1));
        assertThat(comparison.distances().get(2).get(3)).isZero();
    }

    @Test
    void names_whatIsWrongWithTheSong() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a song at all");

        assertThat(run(folder.resolve("none.wav").toString())).isEqualTo(1);
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(run(text.toString(), "--out", folder.resolve("o").toString()))
                .isEqualTo(1);

        assertThat(err.toString().lines().filter(line -> !line.startsWith("measuring")))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("none.wav: no such file"),
                        line -> assertThat(line).endsWith(" is a folder: name one audio file"),
                        line -> assertThat(line).contains("notes.txt: "));
        assertThat(folder.resolve("o")).doesNotExist();
        assertThat(folder.resolve(".o.part")).doesNotExist();
    }

    @Test
    void names_whatIsWrongWithTheOptions() throws Exception {
        Path song = folder.resolve("song.wav");
        TestMusic.write(song, TestMusic.noise(3, 0.5, true, -6, 0));
        String name = song.toString();

        assertThat(run(name, "--out", folder.toString())).isEqualTo(1);
        assertThat(run(name, "--format", "gif")).isEqualTo(1);
        assertThat(run(name, "--weights", folder.resolve("w.json").toString())).isEqualTo(1);
        assertThat(run(name, "--weights", name)).isEqualTo(1);
        assertThat(run(name, "--reference", folder.resolve("r.wav").toString())).isEqualTo(1);
        assertThat(run(name, "--models", folder.resolve("m").toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo(folder + " is not empty: choose another folder by --out"),
                        line -> assertThat(line).contains("'gif'"),
                        line -> assertThat(line).endsWith("w.json: no such file"),
                        line -> assertThat(line).startsWith("Not a file of ensemble weights: "),
                        line -> assertThat(line).endsWith("r.wav: no such file"),
                        line -> assertThat(line).contains("m holds no network"));
        assertThat(out.toString()).isEmpty();
    }

    private void compare(Path song, Path folder) throws Exception {
        var settings = new Settings(
                song, Optional.empty(), OutputFormat.FLAC, OptionalDouble.empty(), EnsembleWeights.equal());
        var networks = new Networks(List.of(), List.of(new LeftOut("ast", "not in this test")));
        new CompareRun(settings, networks, new PrintWriter(err)).into(folder);
    }

    private int run(String... arguments) {
        return new CommandLine(new CompareCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
