package org.tonmeister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.standalone.endtoend.CommandLineRun;
import org.tonmeister.standalone.sound.Sounds;

class AnalyzeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void json_hasTheFiguresOfAKnownSignal() throws Exception {
        // −23 dBFS at 1 kHz on both channels has −23 LUFS (EBU Tech 3341, case 1); at 997 Hz, next to no difference
        Path tone = tone("tone.wav", 6);

        var run = CommandLineRun.of("analyze", "--json", tone);

        assertThat(run.exitCode()).isZero();
        JsonNode array = new ObjectMapper().readTree(run.out());
        assertThat(array).hasSize(1);
        JsonNode figures = array.get(0);
        assertThat(figures.get("file").textValue()).isEqualTo(tone.toString());
        assertThat(figures.get("lufs").doubleValue()).isCloseTo(-23, within(0.1));
        assertThat(figures.get("maxMomentaryLufs").doubleValue()).isCloseTo(-23, within(0.1));
        assertThat(figures.get("maxShortTermLufs").doubleValue()).isCloseTo(-23, within(0.1));
        assertThat(figures.get("lra").doubleValue()).isCloseTo(0, within(0.1));
        assertThat(figures.get("truePeakDbtp").doubleValue()).isCloseTo(-23, within(0.1));
        assertThat(figures.get("samplePeakDbfs").doubleValue()).isCloseTo(-23, within(0.01));
        assertThat(figures.get("rmsDbfs").doubleValue()).isCloseTo(-26.01, within(0.01));
        assertThat(figures.get("crestDb").doubleValue()).isCloseTo(3.01, within(0.01));
        assertThat(figures.get("plrLu").doubleValue()).isCloseTo(0, within(0.2));
        assertThat(figures.get("sideToMidDb").doubleValue()).isEqualTo(-100);
        assertThat(figures.get("correlation").doubleValue()).isEqualTo(1);
        assertThat(figures.get("seconds").doubleValue()).isEqualTo(6);
        assertThat(figures.get("sampleRate").intValue()).isEqualTo(48_000);
        assertThat(figures.get("bitsPerSample").intValue()).isEqualTo(24);
        assertThat(figures.get("codec").textValue()).isEqualTo("pcm_s24le");
        assertThat(figures.get("eqBands")).hasSize(4);
        assertThat(figures.at("/eqBands/1/band").textValue()).isEqualTo("Mid EQ");
        assertThat(figures.at("/eqBands/1/relativeDb").doubleValue()).isCloseTo(0, within(0.01));
        assertThat(figures.at("/eqBands/0/relativeDb").doubleValue()).isLessThan(-60);
        assertThat(figures.get("thirdOctaves")).hasSize(31);
        assertThat(figures.at("/thirdOctaves/17/band").textValue()).isEqualTo("1k");
        assertThat(figures.at("/thirdOctaves/17/relativeDb").doubleValue()).isCloseTo(0, within(0.01));
    }

    @Test
    void severalFiles_keepTheirOrder_andTheUnreadableOneIsNamed() throws Exception {
        Path longer = tone("longer.wav", 20);
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
        Path shorter = tone("shorter.wav", 1);
        Path missing = folder.resolve("missing.wav");

        var run = CommandLineRun.of("analyze", "--json", "--quiet", longer, text, missing, shorter);

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode array = new ObjectMapper().readTree(run.out());
        assertThat(array.findValuesAsText("file")).containsExactly(longer.toString(), shorter.toString());
        assertThat(run.err().lines().toList())
                .hasSize(2)
                .satisfiesExactly(line -> assertThat(line).startsWith(text + ": "), line -> assertThat(line)
                        .isEqualTo(missing + ": no such file"));
    }

    @Test
    void noReadableFile_isAnEmptyArray() throws Exception {
        var run = CommandLineRun.of("analyze", "--json", folder.resolve("missing.wav"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(run.out())).isEmpty();
    }

    @Test
    void theTable_hasARowForEachFile_in80Columns_andBlocksBelow() throws Exception {
        Path first = tone("first.wav", 1);
        Path second = Sounds.wav(folder.resolve("second.wav"), 1, Sounds.sine(100, 0.5, -1));

        var brief = CommandLineRun.of("analyze", "--brief", "--quiet", first, second);
        var whole = CommandLineRun.of("analyze", "--quiet", first, second);

        assertThat(brief.out().lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).endsWith("length"))
                .satisfies(lines ->
                        assertThat(lines.get(1)).startsWith("first.wav ").contains(" -23.0 "))
                .satisfies(lines ->
                        assertThat(lines.get(2)).startsWith("second.wav ").contains(" -6.0 "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(whole.out()).startsWith(brief.out());
        assertThat(whole.out())
                .containsPattern("Side/mid +no side +Correlation +\\+1\\.00")
                .containsPattern("Side/mid +no mid +Correlation +-1\\.00")
                .containsPattern("Low EQ    10-363 +0\\.0  #{48}\n")
                .containsPattern(" 125 Hz +0\\.0  #{48}\n");
    }

    @Test
    void jsonFile_standsBesideTheTable() throws Exception {
        Path tone = tone("tone.wav", 1);
        Path file = folder.resolve("figures.json");

        var run = CommandLineRun.of("analyze", tone, "--json-file", file);

        assertThat(run.out()).contains("Loudness").contains("Octaves");
        assertThat(new ObjectMapper().readTree(file.toFile())).hasSize(1);
    }

    @Test
    void lossyFiles_haveNoBits() throws Exception {
        Path mp3 = Sounds.write(
                folder.resolve("tone.mp3"), OutputFormat.MP3, 1, Sounds.sine(1000, 0.1, 1), Map.of(), Optional.empty());

        JsonNode figures = new ObjectMapper()
                .readTree(CommandLineRun.of("analyze", "--json", mp3).out())
                .get(0);

        assertThat(figures.get("lossy").booleanValue()).isTrue();
        assertThat(figures.get("bitsPerSample").isNull()).isTrue();
    }

    @Test
    void plot_drawsAPictureForEachFile() throws Exception {
        Path tone = tone("tone.wav", 1);

        var run = CommandLineRun.of("analyse", tone, "--plot", "--out", folder.resolve("pictures"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines()).containsExactly("tone.wav: measuring", "tone.wav: drawing");
        var image = ImageIO.read(folder.resolve("pictures/tone.analysis.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
    }

    @Test
    void aFileThatCannotBeWritten_isNamed() throws Exception {
        Path file = folder.resolve("missing/figures.json");

        var run = CommandLineRun.of("analyze", tone("tone.wav", 1), "--json-file", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("tonmeister: cannot write to " + file + ": no such file or folder\n");
    }

    private Path tone(String name, double seconds) throws Exception {
        return Sounds.wav(folder.resolve(name), seconds, Sounds.sine(1000, Math.pow(10, -23 / 20.0), 1));
    }
}
