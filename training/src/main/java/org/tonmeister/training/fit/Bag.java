package org.tonmeister.training.fit;

import org.tonmeister.training.targets.Example;

/**
 * The windows of one example: what one answer is asked for, since a track's answer is the mean over its windows.
 *
 * @param example the truth
 * @param windows rows of the {@link WindowTable}
 * @param reference rows of clean windows of the other half of the same track; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // rows to be read, never compared
record Bag(Example example, int[] windows, int[] reference) {}
