package org.tonmeister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.Cover;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.audio.mixdown.Mixdown;
import org.tonmeister.audio.mixdown.MixdownOptions;
import org.tonmeister.standalone.endtoend.CommandLineRun;
import org.tonmeister.standalone.report.ReportJson;
import org.tonmeister.standalone.report.SampleMix;
import org.tonmeister.standalone.sound.Sounds;

class RenderCommandTest {
    @TempDir
    private Path folder;

    @Test
    void neutral_givesBackTheSourcesSamples() throws Exception {
        Path song = song();

        var run = render(song, "--format", "wav24");

        assertThat(run.exitCode()).isZero();
        assertThat(Sounds.samples(folder.resolve("out/song.rendered.wav"))).isDeepEqualTo(Sounds.samples(song));
    }

    @Test
    void parameters_giveTheBytesOfTheMixdownThatMixServiceRuns() throws Exception {
        // Given
        Path song = song();
        var parameters = Parameters.fromMap(
                Map.of("inputGain", 0.6, "compression", 1 / 3.0, "midEq", 0.625, "reverb", 0.3, "width", 0.7));
        var options = MixdownOptions.of(OutputFormat.FLAC).withLoudnessLufs(-16).withCeilingDbtp(-2);

        // When
        var run = render(
                song,
                "--input-gain",
                "0.6",
                "--compression",
                "2:1",
                "--mid-eq",
                "+3dB",
                "--reverb",
                "30%",
                "--width",
                "0.7",
                "--loudness",
                "apple",
                "--ceiling",
                "-2");

        // Then
        assertThat(run.exitCode()).isZero();
        Path expected = folder.resolve("expected.flac");
        var track = FileTrack.open(song);
        Mixdown.render(track, parameters, options, expected, taken -> {
            var tags = new HashMap<>(track.info().tags());
            tags.put("TONMEISTER_PARAMETERS", tag(taken));
            return AudioWriter.create(
                    expected,
                    OutputFormat.FLAC,
                    track.sampleRate(),
                    24,
                    tags,
                    track.info().cover());
        });
        assertThat(sha256(folder.resolve("out/song.rendered.flac"))).isEqualTo(sha256(expected));
    }

    @Test
    void tagsAndCover_areKept_andTheParametersAdded() throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        var cover = new Cover("image/png", picture.toByteArray());
        Path song = Sounds.write(
                folder.resolve("song.flac"),
                OutputFormat.FLAC,
                1,
                Sounds.sine(440, 0.3, 0.5),
                Map.of("title", "A Song", "artist", "Somebody"),
                Optional.of(cover));

        render(song, "--high-eq", "0.75");

        try (var reader = AudioReader.open(folder.resolve("out/song.rendered.flac"))) {
            assertThat(reader.info().tags())
                    .containsEntry("title", "A Song")
                    .containsEntry("artist", "Somebody")
                    .hasEntrySatisfying(
                            "tonmeister_parameters",
                            text -> assertThat(text).contains("highEq=0.7500").contains("midEq=0.5000"));
            assertThat(reader.info().cover()).contains(cover);
            assertThat(reader.info().bitsPerSample()).isEqualTo(24);
        }
    }

    @Test
    void report_saysWhatWasDone() throws Exception {
        var run = render(song(), "--output-level", "-3dB");

        assertThat(run.out())
                .contains("song.rendered.flac")
                .contains("by hand")
                .containsPattern("Output level +\\.+#+\\|\\.+ +0\\.375 +-3\\.0 dB")
                .containsPattern("Max momentary +-\\d+\\.\\d +-\\d+\\.\\d +-3\\.0 +LUFS")
                .containsPattern("Max short-term +-\\d+\\.\\d +-\\d+\\.\\d +-3\\.0 +LUFS");
        assertThat(run.out().lines().skip(1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        JsonNode report = new ObjectMapper()
                .readTree(folder.resolve("out/song.render.json").toFile());
        Path file = folder.resolve("out/song.rendered.flac");
        assertThat(report.get("sha256").textValue()).isEqualTo(sha256(file));
        assertThat(report.get("bytes").longValue()).isEqualTo(Files.size(file));
        assertThat(report.at("/parameters/outputLevel").doubleValue()).isEqualTo(0.375);
        assertThat(report.at("/after/lufs").doubleValue())
                .isCloseTo(report.at("/before/lufs").doubleValue() - 3, within(0.01));
        assertThat(report.at("/options/ceilingDbtp").doubleValue()).isEqualTo(-1);
        assertThat(report.at("/source/fileName").textValue()).isEqualTo("song.wav");
        assertThat(folder.resolve("out").toFile().list())
                .containsExactlyInAnyOrder("song.rendered.flac", "song.render.json");
    }

    @Test
    void from_takesTheParametersOfAMix_andOptionsGoOnTop() throws Exception {
        Path report = Files.writeString(
                folder.resolve("earlier.report.json"), ReportJson.render(SampleMix.of("song.mixed.flac")));

        var run = render(song(), "--from", report, "--reverb", "0.55");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("by hand, from earlier.report.json");
        JsonNode parameters = new ObjectMapper()
                .readTree(folder.resolve("out/song.render.json").toFile())
                .get("parameters");
        assertThat(parameters.get("inputGain").doubleValue()).isEqualTo(0.62);
        assertThat(parameters.get("width").doubleValue()).isEqualTo(1);
        assertThat(parameters.get("reverb").doubleValue()).isEqualTo(0.55);
    }

    @Test
    void from_takesTheReportOfARenderingToo_andGivesTheSameFile() throws Exception {
        Path song = song();
        render(song, "--compression", "0.4", "--loudness", "-20");
        String first = sha256(folder.resolve("out/song.rendered.flac"));
        Path report = Files.move(folder.resolve("out/song.render.json"), folder.resolve("first.json"));

        render(song, "--from", report);

        assertThat(sha256(folder.resolve("out/song.rendered.flac"))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"parameters\": {\"width\": 1}} | lack inputGain",
                "{\"a\": 1}                       | NAME.report.json",
                "[]                               | NAME.report.json",
                "song                             | not JSON",
            })
    void aReportThatCannotBeUsed_isNamed(String content, String reason) throws Exception {
        Path report = Files.writeString(folder.resolve("some.json"), content);

        var run = render(song(), "--from", report);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("tonmeister: cannot take the parameters from " + report)
                .contains(reason);
        assertThat(run.err()).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--mid-eq +13dB    | --mid-eq is '+13dB': must be a number from 0 to 1, or from -12 to +12 dB",
                "--mid-eq -13dB    | --mid-eq is '-13dB'",
                "--compression 9:1 | --compression is '9:1': must be a number from 0 to 1, or from 1:1 to 8:1",
                "--reverb 3dB      | --reverb is '3dB': must be a number from 0 to 1, or from 0% to 100%",
                "--format wma      | format is 'wma'",
                "--loudness loud   | loudness is 'loud'",
                "--ceiling 3       | ceiling is '3'",
                "--from none.json  | none.json: no such file",
                "--strength 1      | --strength",
            })
    void aWrongOption_isNamedInOneLine_withExitCode2(String option, String named) throws Exception {
        var run = CommandLineRun.of((Object[]) ("render " + song() + " " + option).split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines().findFirst())
                .get()
                .asString()
                .startsWith("tonmeister: ")
                .contains(named);
        assertThat(run.err()).doesNotContain("Exception");
    }

    @Test
    void filesThatCannotBeRendered_areNamed_theOthersAreRendered() throws Exception {
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");

        var run = render(text, folder.resolve("missing.wav"), song(), "--quiet");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2).anyMatch(line -> line.startsWith(text + ": "));
        assertThat(folder.resolve("out").toFile().list())
                .containsExactlyInAnyOrder("song.rendered.flac", "song.render.json");
    }

    @Test
    void aSource_isNotOverwrittenByAnothersResult() throws Exception {
        Path song = song();
        Path other = Sounds.wav(folder.resolve("song.rendered.wav"), 1, Sounds.sine(100, 0.1, 1));
        byte[] before = Files.readAllBytes(other);

        var run = CommandLineRun.of("render", song, other, "--format", "wav24", "--out", folder, "--quiet");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(song + ": its result would overwrite " + other)
                .hasLineCount(1);
        assertThat(Files.readAllBytes(other)).isEqualTo(before);
    }

    @Test
    void progress_isToldOnStderr() throws Exception {
        var plain = render(song());
        var aimed = render(song(), "--loudness", "-30", "--plot");

        assertThat(plain.err().lines()).containsExactly("song.wav: listening", "song.wav: rendering");
        assertThat(aimed.err().lines())
                .containsExactly("song.wav: listening", "song.wav: aiming", "song.wav: rendering", "song.wav: drawing");
    }

    @Test
    void plot_drawsBeforeAndAfter() throws Exception {
        var run = render(song(), "--compression", "4:1", "--plot", "--loudness", "-14");

        assertThat(run.exitCode()).isZero();
        var image = ImageIO.read(folder.resolve("out/song.render.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isGreaterThan(1400);
    }

    /** Noise that swells, 4 s, some dB below full scale and without a DC offset that would be taken out. */
    private Path song() throws Exception {
        var random = new Random(3);
        double[] last = new double[2];
        return Sounds.wav(folder.resolve("song.wav"), 4, frame -> {
            double level = 0.02 + 0.1 * frame / (4.0 * Sounds.RATE);
            double left = level * (2 * random.nextDouble() - 1);
            double right = level * (2 * random.nextDouble() - 1);
            // Differences of neighbours add up to nearly nothing.
            double[] sample = {left - last[0], right - last[1]};
            last[0] = left;
            last[1] = right;
            return sample;
        });
    }

    private CommandLineRun render(Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "render";
        all[1] = "--out";
        all[2] = folder.resolve("out");
        System.arraycopy(words, 0, all, 3, words.length);
        return CommandLineRun.of(all);
    }

    private static String tag(Parameters parameters) {
        var text = new StringBuilder();
        parameters.toMap().forEach((name, value) -> text.append(String.format(Locale.ROOT, "%s=%.4f ", name, value)));
        return text.toString().strip();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
