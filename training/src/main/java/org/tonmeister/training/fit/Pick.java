package org.tonmeister.training.fit;

import org.tonmeister.audio.dsp.Parameters;

/**
 * A bag with the windows that are taken from it this time.
 *
 * @param windows rows that are asked about
 * @param reference rows of the reference; may be empty
 * @param levelDb by how much the windows asked about are made louder
 * @param truth what is right then
 */
@SuppressWarnings("ArrayRecordComponent") // rows to be read, never compared
record Pick(Bag bag, int[] windows, int[] reference, double levelDb, Parameters truth) {
    /** Windows as loud as they are. */
    Pick(Bag bag, int[] windows, int[] reference) {
        this(bag, windows, reference, 0, bag.example().parameters());
    }
}
