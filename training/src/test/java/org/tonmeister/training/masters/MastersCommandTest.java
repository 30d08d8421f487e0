package org.tonmeister.training.masters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.TrainCommand;
import picocli.CommandLine;

class MastersCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void namesTheCommandThatFetches_whereTheCorpusIsNotThere() {
        // When
        int code = masters(folder.resolve("masters.json"));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .endsWith(" is missing; this fetches it: tonmeister train corpus fetch --split train");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refuses_aFolderThatIsNotThere_beforeMeasuring() {
        // When
        int code = masters(folder.resolve("nowhere/masters.json"));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no folder " + folder.resolve("nowhere") + ": ");
    }

    private int masters(Path out) {
        return new CommandLine(new TrainCommand())
                .setErr(new PrintWriter(err))
                .execute("masters", "--cache", folder.resolve("empty").toString(), "--out", out.toString());
    }
}
