package org.tonmeister.training.sends;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.training.corpus.CorpusException;
import org.tonmeister.training.corpus.Split;

/**
 * A track that is dry, or nearly so.
 *
 * @param split TRAIN, VAL or TEST: what its examples are for
 * @param kind {@code midi}, {@code stems} or {@code musdb}
 * @param label {@code package/path}; a part of a song has the same and what is taken of it
 * @param md5 tells it from all others
 * @param examples how many are made of it
 * @param file gives its sound; may take a while
 */
record DrySource(Split split, String kind, String label, String md5, int examples, Sound file) {
    /** An audio file, made when it is asked for. */
    @FunctionalInterface
    interface Sound {
        Path get() throws IOException, CorpusException, InterruptedException;
    }
}
