package org.tonmeister.gateway.access;

import java.util.Locale;

/** What a token may be good for. None of them contains another. */
public enum Scope {
    /** Upload tracks and ask for mixes. */
    UPLOAD,
    /** See tracks, fetch files, look at the pipeline. */
    READ,
    /** Delete tracks, work on dead letters again. */
    ADMIN;

    /** As it is written in the file of tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
