package org.tonmeister.operations.letters;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a dead letter without its value.
 *
 * @param id names it: partition and offset in {@code dead-letters}, as {@code partition-offset}
 * @param at when it was given up
 * @param key the original record's key as text, at most 200 characters of it; empty: it had none
 * @param bytes size of the original value; -1: it was left out, being too large
 * @param reason for a person
 * @param cause class of the fault beneath; empty: there was none
 * @param stage that gave up
 * @param topic where the record was
 * @param partition where the record was
 * @param offset where the record was
 * @param redrivenAt when it was last sent back to where it came from; empty: never
 */
public record DeadLetter(
        String id,
        Instant at,
        Optional<String> key,
        long bytes,
        String reason,
        Optional<String> cause,
        String stage,
        String topic,
        int partition,
        long offset,
        Optional<Instant> redrivenAt) {

    DeadLetter redriven(Instant when) {
        return new DeadLetter(id, at, key, bytes, reason, cause, stage, topic, partition, offset, Optional.of(when));
    }
}
