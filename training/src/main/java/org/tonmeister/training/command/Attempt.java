package org.tonmeister.training.command;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** The work of a command, and its end: exit code 0, or one line of reason and 1. */
@FunctionalInterface
public interface Attempt {
    /** Does the work. */
    void run() throws TrainingException, IOException, InterruptedException;

    /**
     * Makes the attempt.
     *
     * @param spec of the command, whose error output takes the reason
     * @return the exit code
     */
    static int of(CommandSpec spec, Attempt work) throws InterruptedException {
        String reason;
        try {
            work.run();
            return 0;
        } catch (TrainingException e) {
            reason = e.getMessage();
        } catch (IOException e) {
            reason = FileFault.reason(e);
        }
        var err = spec.commandLine().getErr();
        err.println(reason);
        err.flush();
        return 1;
    }
}
