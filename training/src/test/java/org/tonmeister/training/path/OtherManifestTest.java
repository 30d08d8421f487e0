package org.tonmeister.training.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.training.TrainCommand;
import picocli.CommandLine;

class OtherManifestTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"targets", "evaluate", "corpus fetch", "corpus check"})
    void namesTheFile_thatIsNoManifest(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("list.tsv"), "song\tseconds\n");

        int code = train(command, file);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo(file + ": line 1 of the manifest is not its heading");
    }

    @ParameterizedTest
    @ValueSource(strings = {"targets", "evaluate", "corpus fetch", "corpus check"})
    void namesTheFile_thatIsNotThere(String command) {
        Path file = folder.resolve("list.tsv");

        int code = train(command, file);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith(file + ": ");
    }

    @Test
    void itsTracks_areTaken_notTheProgramsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("list.tsv"), """
                split\tpackage\tpath\tseconds\tcodec\trate\tlufs_i\tlra\ttrue_peak_dbfs\tlicence\tmd5
                train\tmine\ta.flac\t30\tflac\t44100\t-12.5\t0.8\t-1.0\tCC0-1.0\t0123456789abcdef0123456789abcdef
                """);

        train("targets", file);

        assertThat(err.toString())
                .startsWith("masters-train: 1 tracks, of which 0 are finished")
                .contains("mine/a.flac is missing");
    }

    private int train(String command, Path manifest) {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(
                "--manifest",
                manifest.toString(),
                "--cache",
                folder.resolve("corpus").toString()));
        if (!command.startsWith("corpus")) {
            words.addAll(List.of("--work", folder.resolve("work").toString()));
        }
        return new CommandLine(new TrainCommand()).setErr(new PrintWriter(err)).execute(words.toArray(String[]::new));
    }
}
