package org.tonmeister.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tonmeister.operations.letters.DeadLetter;
import org.tonmeister.operations.letters.DeadLetterBox;
import org.tonmeister.operations.letters.DeadLetters;

/** Reads the whole list of the dead letters for commands, which want it once. */
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
