package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.TrainCommand;
import picocli.CommandLine;

class CorpusCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void check_namesTheMissingFiles_andFails() {
        // When
        int code = train("corpus", "check", "--split", "val", "--cache", folder.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(31)
                .contains(
                        "unknown-horizons/usr/share/unknown-horizons/content/audio/music/Peer Gynt Suite No. 1, Op. 46 - I. Morning.ogg is missing");
        assertThat(err.toString())
                .startsWith("31 faults in 31 files in " + folder)
                .hasLineCount(1);
    }

    @Test
    void fetch_saysInOneLineWhyTheFolderCannotBeUsed() throws IOException {
        // Given
        Path file = Files.createFile(folder.resolve("file"));

        // When
        int code = train("corpus", "fetch", "--split", "val", "--cache", file.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(file.toString())
                .doesNotContain("Exception");
    }

    @Test
    void refuses_aSplitThatIsNone() {
        // When
        int code = train("corpus", "fetch", "--split", "train", "--split", "training");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("'training' is not a split; there are train, val, test");
    }

    @Test
    void saysWhatThereIs_whereNothingIsAsked() {
        assertThat(train("corpus")).isEqualTo(2);
        assertThat(err.toString()).contains("say 'fetch' or 'check'");
    }

    private int train(String... arguments) {
        return new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
