package org.tonmeister.standalone.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class in a Java machine of its own, on the class path of the tests. */
final class ChildJvm {
    private ChildJvm() {}

    /**
     * Starts it.
     *
     * @param environment added to that of this process
     * @param log where its output goes
     */
    static Process start(String mainClass, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // It lives for seconds.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
