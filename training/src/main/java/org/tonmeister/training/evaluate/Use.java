package org.tonmeister.training.evaluate;

/** How a predictor is used. */
enum Use {
    /** It reads all windows of an example, and nothing else. */
    BLIND,
    /** It reads the windows of the example's first half, and the clean ones of the track's second half. */
    REFERENCE
}
