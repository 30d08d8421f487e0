package org.tonmeister.pipeline.worker;

/**
 * What the handler said of a record, for the figures.
 *
 * @param audioSeconds how much audio was worked on
 * @param answersUser whether its result is what the user waits for
 */
record RecordNotes(double audioSeconds, boolean answersUser) {
    static final RecordNotes NONE = new RecordNotes(0, false);
}
