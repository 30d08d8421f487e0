package org.tonmeister.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

class AttemptTest {
    private final StringWriter err = new StringWriter();
    private final CommandSpec spec =
            new CommandLine(new Nothing()).setErr(new PrintWriter(err)).getCommandSpec();

    @Test
    void success_isZero() throws Exception {
        assertThat(Attempt.of(spec, () -> {})).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aMistake_isOneLine() throws Exception {
        int code = Attempt.of(spec, () -> {
            throw new TrainingException("there is no set masters-val");
        });

        assertThat(code).isEqualTo(1);
        assertThat(err).hasToString("there is no set masters-val" + System.lineSeparator());
    }

    @Test
    void aFileThatCannotBeRead_isOneLine() throws Exception {
        int code = Attempt.of(spec, () -> {
            throw new AccessDeniedException("songs/a.wav");
        });

        assertThat(code).isEqualTo(1);
        assertThat(err).hasToString("songs/a.wav: permission denied" + System.lineSeparator());
    }

    @Test
    void noThreads_areRefused() throws Exception {
        var command = new Nothing();
        new CommandLine(command).parseArgs("--threads", "0");

        assertThat(Attempt.of(spec, () -> command.threads.count())).isEqualTo(1);
        assertThat(err).asString().startsWith("--threads must be 1 or more");
    }

    @Command
    private static final class Nothing {
        @Mixin
        private ThreadsOption threads;
    }
}
