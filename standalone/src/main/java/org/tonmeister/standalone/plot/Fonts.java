package org.tonmeister.standalone.plot;

import java.util.Locale;

/** What can be wrong with a machine's fonts. */
final class Fonts {
    private Fonts() {}

    /**
     * A fault of AWT in words; any other one is thrown on. Without fonts or a library that it needs, AWT throws errors of
     * several kinds, {@link Error} itself among them.
     */
    static PlotException explain(Throwable fault) {
        if (fault instanceof OutOfMemoryError || fault instanceof StackOverflowError) {
            throw (Error) fault;
        }
        String trace = trace(fault);
        if (trace.contains("font") || trace.contains("freetype")) {
            return new PlotException(
                    "no picture, for Java finds no fonts on this machine: install them"
                            + " (Debian, Ubuntu: apt-get install fontconfig fonts-dejavu-core)",
                    fault);
        }
        if (fault instanceof LinkageError && trace.contains("awt")) {
            return new PlotException(
                    "no picture, for this machine's Java cannot draw: install one that can"
                            + " (Debian, Ubuntu: apt-get install default-jre-headless)",
                    fault);
        }
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    /** Its messages, and the classes of Java that it went through. */
    private static String trace(Throwable fault) {
        var trace = new StringBuilder();
        for (Throwable each = fault; each != null; each = each.getCause()) {
            trace.append(each).append('\n');
            for (StackTraceElement place : each.getStackTrace()) {
                String type = place.getClassName();
                trace.append(type.startsWith("sun.") || type.startsWith("java.") ? type : "")
                        .append('\n');
            }
        }
        return trace.toString().toLowerCase(Locale.ROOT);
    }
}
