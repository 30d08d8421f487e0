package org.tonmeister.training.evaluate;

/** What an error is that of. */
enum Level {
    /** The mean over the windows of a track, as a mix is made by. */
    TRACK,
    /** A single window. */
    WINDOW;

    double[] errors(JudgedExample judged) {
        return this == TRACK ? judged.trackErrors() : judged.windowErrors();
    }
}
