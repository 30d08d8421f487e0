package org.tonmeister.standalone.report;

/** Colours, or none. */
public enum Paint {
    /** ANSI escape sequences. */
    ANSI {
        @Override
        String with(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    },
    /** Plain text, for files, dumb terminals and NO_COLOR. */
    PLAIN {
        @Override
        String with(String code, String text) {
            return text;
        }
    };

    abstract String with(String code, String text);

    /** For headings. */
    public String bold(String text) {
        return with("1", text);
    }

    /** For the bars. */
    String accent(String text) {
        return with("36", text);
    }

    /** For what matters less. */
    String dim(String text) {
        return with("2", text);
    }

    /** For what the user should look at. */
    public String warning(String text) {
        return with("33", text);
    }
}
