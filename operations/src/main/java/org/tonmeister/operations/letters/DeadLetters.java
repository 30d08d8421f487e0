package org.tonmeister.operations.letters;

import java.util.Optional;

/** The newest dead letters, without their values, which may be 32 MiB each. Thread-safe. */
public interface DeadLetters {
    /** Most letters of a page. */
    int MAX_LIMIT = 200;

    /**
     * One page. Never blocks.
     *
     * @param cursor where an earlier page ended; empty: from the newest
     * @param limit 1–{@value #MAX_LIMIT}
     * @throws IllegalArgumentException if the cursor is none of ours, or the limit is out of range
     */
    DeadLetterPage page(Optional<String> cursor, int limit);

    /** One of those listed. Never blocks. */
    Optional<DeadLetter> find(String id);

    /**
     * Sends a letter's key, value and headers back to the topic it came from, and notes in {@code dead-letters} that this
     * was done, both in one transaction. Blocks while the value, up to 32 MiB, is read and written: for a worker thread.
     *
     * @return the letter, redriven
     * @throws RedriveRefusedException if it cannot be
     * @throws org.apache.kafka.common.KafkaException if the broker refuses or cannot be reached; nothing was sent
     */
    DeadLetter redrive(String id) throws RedriveRefusedException;
}
