package org.tonmeister.training.corpus;

/** Something about the corpus that the user can mend. The message says in one line what is wrong and what to do. */
public final class CorpusException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason one line */
    public CorpusException(String reason) {
        super(reason);
    }

    CorpusException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
