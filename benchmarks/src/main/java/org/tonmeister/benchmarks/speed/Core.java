package org.tonmeister.benchmarks.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One core to run on, where the system has {@code taskset}; elsewhere CPU seconds are those of all cores.
 *
 * @param number its number, or a negative one for any
 */
record Core(int number) {
    /** The last core, which the system itself uses least; any where nothing can be pinned. */
    static Core last() {
        return new Core(canPin() ? Runtime.getRuntime().availableProcessors() - 1 : -1);
    }

    /** The beginning of a command that runs the program on this core. */
    List<String> pinned(String program) {
        List<String> command = new ArrayList<>();
        if (number >= 0) {
            command.addAll(List.of("taskset", "-c", String.valueOf(number)));
        }
        command.add(program);
        return command;
    }

    private static boolean canPin() {
        return onPath("taskset") != null;
    }

    /** A program's path, or null if there is none of that name. */
    static String onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
