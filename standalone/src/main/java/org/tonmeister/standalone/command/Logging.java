package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where log messages go. Chosen by the command when it begins, before any other class of ours is used: Logback reads
 * its configuration once, when the first logger is made.
 */
final class Logging {
    private static final String CONFIGURATION = "logback.configurationFile";
    private static final String RESOURCES = "org/tonmeister/standalone/";

    private Logging() {}

    /** Warnings and errors to a file of the day; nothing to the terminal. */
    static void toFile(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UserException.failure("cannot write log files to " + folder + ": " + Reasons.of(e));
        }
        System.setProperty("tonmeister.log.folder", folder.toString());
        System.setProperty(
                "tonmeister.pid", Long.toString(ProcessHandle.current().pid()));
        use("logback-file.xml");
    }

    /** What happens, to stderr. */
    static void toTerminal() {
        use("logback-terminal.xml");
    }

    /** Nowhere: for commands that say all there is to say by themselves. */
    static void off() {
        use("logback-off.xml");
    }

    private static void use(String resource) {
        // A user who sets it by himself knows better.
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, RESOURCES + resource);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
