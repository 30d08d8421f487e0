package org.tonmeister.pipeline.settings;

import java.util.regex.Pattern;

/** Keeps secrets out of logs. Rather hides a file name too many than a password too few. */
final class Secrets {
    private static final Pattern SECRET =
            Pattern.compile("password|secret|key|jaas|token|credential|passphrase|assertion", Pattern.CASE_INSENSITIVE);
    private static final String HIDDEN = "[hidden]";

    private Secrets() {}

    /** The value, or a mark in its place if {@code name} is the name of a secret. */
    static String hide(String name, String value) {
        return SECRET.matcher(name).find() ? HIDDEN : value;
    }
}
