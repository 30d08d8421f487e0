package org.tonmeister.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.tonmeister.operations.letters.DeadLetter;
import org.tonmeister.operations.letters.DeadLetterBox;
import org.tonmeister.operations.letters.DeadLetters;
import org.tonmeister.operations.letters.RedriveRefusedException;

/** The dead letters for commands, which want the whole list once. */
final class Letters {
    private static final long PATIENCE_MS = 10_000;
    private static final long LOOK_MS = 50;

    private Letters() {}

    /** Returns when the list is read, or is too long to be read whole. */
    static void awaitList(DeadLetterBox box) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (!box.page(Optional.empty(), 1).complete() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    /**
     * Sends one back.
     *
     * @return why it was not sent; empty: it was
     */
    static Optional<String> redrive(DeadLetterBox box, String id) {
        try {
            box.redrive(id);
            return Optional.empty();
        } catch (RedriveRefusedException e) {
            return Optional.of(e.getMessage());
        } catch (KafkaException e) {
            return Optional.of(
                    "dead letter " + id + " was not sent back: " + Reasons.firstLine(String.valueOf(e.getMessage())));
        }
    }

    /** All that are listed, newest first. */
    static List<DeadLetter> all(DeadLetterBox box) {
        var letters = new ArrayList<DeadLetter>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = box.page(cursor, DeadLetters.MAX_LIMIT);
            letters.addAll(page.letters());
            cursor = page.next();
        } while (cursor.isPresent());
        return letters;
    }
}
