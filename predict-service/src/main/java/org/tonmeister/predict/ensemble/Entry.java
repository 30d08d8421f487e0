package org.tonmeister.predict.ensemble;

import org.tonmeister.schemas.record.UploadAccount;

/**
 * What became of an upload's account.
 *
 * @param account as it is now
 * @param intake what was done with the prediction, if there was one
 * @param answer what is to be sent
 */
record Entry(UploadAccount account, Intake intake, Answer answer) {
    /** What the ledger does with a prediction. */
    enum Intake {
        /** Counted. */
        ADDED,
        /** A window that is counted already, from a log that was set back to the middle of a track. */
        DUPLICATE,
        /** A window whose predecessors are lacking; a replay from the beginning of the track heals it. */
        GAP,
        /** Of a model that is not enabled. */
        NOT_ENABLED,
        /** Of a pass that a newer one has taken the place of: a replay has read both. */
        SUPERSEDED,
        /** Of an upload that was deleted. */
        DELETED
    }
}
