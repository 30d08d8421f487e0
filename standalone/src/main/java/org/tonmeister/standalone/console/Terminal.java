package org.tonmeister.standalone.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.tonmeister.standalone.report.Glyphs;
import org.tonmeister.standalone.report.Paint;

/**
 * Where a command writes to, and what can be shown there.
 *
 * @param out for results
 * @param err for progress and complaints
 * @param glyphs what the terminal can draw
 * @param outPaint colours on {@code out}
 * @param moving whether lines on {@code err} can be drawn over
 * @param columns how wide the terminal is
 */
public record Terminal(PrintStream out, PrintStream err, Glyphs glyphs, Paint outPaint, boolean moving, int columns) {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 40;

    /**
     * The process's own, from what the environment says (locale, {@code TERM}, {@code NO_COLOR}, see no-color.org) and
     * the launcher's properties {@code tonmeister.terminal.out}, {@code .err} and {@code tonmeister.columns}: Java
     * cannot tell whether stderr is a terminal. Without the launcher, nothing is one.
     */
    public static Terminal of(Map<String, String> environment, Properties properties) {
        Glyphs glyphs = isUtf8(environment) ? Glyphs.UNICODE : Glyphs.ASCII;
        boolean capable = !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        boolean colour = capable && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset(glyphs)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset(glyphs)),
                glyphs,
                colour && isTerminal(properties, "out") ? Paint.ANSI : Paint.PLAIN,
                capable && isTerminal(properties, "err"),
                columns(properties));
    }

    /** {@code out}, for those who write characters. */
    public PrintWriter outWriter() {
        return writer(out);
    }

    /** {@code err}, for those who write characters. */
    public PrintWriter errWriter() {
        return writer(err);
    }

    private PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset(glyphs)), true);
    }

    private static Charset charset(Glyphs glyphs) {
        return glyphs == Glyphs.UNICODE ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    }

    private static boolean isTerminal(Properties properties, String stream) {
        String told = properties.getProperty("tonmeister.terminal." + stream, "false");
        return Boolean.parseBoolean(told);
    }

    /** As POSIX orders them: the first that is set decides. */
    private static boolean isUtf8(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
                .orElse(false);
    }

    private static int columns(Properties properties) {
        String told = properties.getProperty("tonmeister.columns", "");
        // A terminal that does not know its width says 0.
        return told.matches("[1-9]\\d{0,3}") ? Math.max(LEAST_COLUMNS, Integer.parseInt(told)) : DEFAULT_COLUMNS;
    }
}
