package org.tonmeister.training.sends;

import org.tonmeister.training.corpus.Sound;
import org.tonmeister.training.corpus.Split;

/**
 * A track that is dry, or nearly so.
 *
 * @param split TRAIN, VAL or TEST: what its examples are for
 * @param kind {@code midi}, {@code stems} or {@code musdb}
 * @param label {@code package/path}; a part of a song has the same and what is taken of it
 * @param md5 tells it from all others
 * @param examples how many are made of it
 * @param sound its file
 */
record DrySource(Split split, String kind, String label, String md5, int examples, Sound sound) {}
