package org.tonmeister.standalone.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** Ends processes of the tests. */
final class ProcessEnd {
    private static final int PATIENCE_SECONDS = 30;

    private ProcessEnd() {}

    /** Asks it to end, insists if it does not, and deletes its folder. */
    static void of(Process process, Path folder) throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
