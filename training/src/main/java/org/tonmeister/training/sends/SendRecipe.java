package org.tonmeister.training.sends;

import org.tonmeister.training.corpus.Split;

/**
 * How many examples are made, and of what.
 *
 * @param seed of all that is drawn
 */
record SendRecipe(long seed) {
    /** What comes later in a track is left out. */
    static final int SECONDS = 150;

    /** Counts up whenever the examples become others. */
    private static final int VERSION = 2;

    /** Examples of each MIDI track. */
    int midiExamples(Split split) {
        return split == Split.TRAIN ? 14 : 12;
    }

    /** Examples of each stem, of which there are few. */
    int stemExamples(Split split) {
        return split == Split.TRAIN ? 32 : 12;
    }

    /** MUSDB18 has four stems of each of a hundred songs: fewer of each are enough. */
    int musdbExamples(Split split) {
        return split == Split.TRAIN ? 5 : 3;
    }

    /** How many drawn subsets of a MIDI song's instruments become tracks, besides the whole song. */
    int subsets(Split split) {
        return split == Split.TRAIN ? 3 : 1;
    }

    /** Windows of each example, at most. */
    int windows(Split split) {
        return split == Split.TRAIN ? 6 : 8;
    }

    /** Whether windows lie anywhere in the track; else they are evenly spaced. */
    boolean anywhere(Split split) {
        return split == Split.TRAIN;
    }

    /** Names all of this, for finished tracks. */
    String fingerprint(DrySource source) {
        return "sends " + VERSION + " seed " + seed + " examples " + source.examples() + " windows "
                + windows(source.split());
    }
}
