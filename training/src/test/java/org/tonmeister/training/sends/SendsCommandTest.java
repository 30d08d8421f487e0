package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SendsCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--split|multi-train|'multi-train' is not a split of dry music; there are train, val and test",
                "--threads|0|--threads must be 1 or more",
            })
    void refuses_aWrongOption_inOneLine(String option, String value, String reason) {
        assertThat(sends(option, value)).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(reason);
    }

    @Test
    void refuses_aFolderThatIsNotMusdb_beforeItFetchesAnything() {
        assertThat(sends("--musdb", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(folder + " is not MUSDB18: there is no folder train in it");
        assertThat(folder).isEmptyDirectory();
    }

    private int sends(String option, String value) {
        return new CommandLine(new SendsCommand())
                .setErr(new PrintWriter(err))
                .execute(
                        "--cache",
                        folder.resolve("cache").toString(),
                        "--work",
                        folder.resolve("work").toString(),
                        option,
                        value);
    }
}
