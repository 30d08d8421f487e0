package org.tonmeister.standalone.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tonmeister.standalone.Tonmeister;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.Glyphs;
import org.tonmeister.standalone.report.Paint;

/**
 * One call of the command line, as a shell script sees it.
 *
 * @param exitCode what it ended with
 * @param out its standard output
 * @param err its standard error
 */
public record CommandLineRun(int exitCode, String out, String err) {
    /** Runs it in this process. */
    public static CommandLineRun of(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Glyphs.ASCII,
                Paint.PLAIN,
                false,
                80);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode = Tonmeister.run(terminal, words);
        return new CommandLineRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines of standard error that begin with a file's path. */
    List<String> complaintsAbout(Object file) {
        return err.lines().filter(line -> line.startsWith(file + ": ")).toList();
    }
}
