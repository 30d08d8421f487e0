package org.tonmeister.operations.letters;

import java.util.List;
import java.util.Optional;

/**
 * Some dead letters of the list.
 *
 * @param letters newest first; may be empty
 * @param next cursor of what comes behind; empty: nothing does
 * @param listed how many there are in the whole list
 * @param complete false: the log holds older ones that are not listed, or it is still being read
 */
public record DeadLetterPage(List<DeadLetter> letters, Optional<String> next, int listed, boolean complete) {
    /** Copies. */
    public DeadLetterPage {
        letters = List.copyOf(letters);
    }
}
