package org.tonmeister.operations.replay;

import java.util.List;
import org.tonmeister.schemas.Topic;

/** What a replay begins with: the topic that is read again. */
public enum ReplaySource {
    /** Files: all stages work again. */
    UPLOADS,
    /** Decoded sound: features, predictions, orders and mixes are made again. */
    AUDIO,
    /** Features: predictions, of one model or all, orders and mixes. */
    FEATURES,
    /** Predictions: orders and mixes. */
    PREDICTIONS,
    /** Orders: mixes. */
    ORDERS;

    List<Topic> topics() {
        return switch (this) {
            case UPLOADS -> List.of(Topic.UPLOADS);
            case AUDIO -> List.of(Topic.AUDIO);
            case FEATURES -> List.of(Topic.SPECTROGRAMS, Topic.AST_FEATURES);
            case PREDICTIONS -> List.of(Topic.PREDICTIONS);
            case ORDERS -> List.of(Topic.MIX_ORDERS);
        };
    }

    /** Whether a mix of what is read again needs sound that lies in {@code audio} already. */
    boolean needsAudio() {
        return switch (this) {
            case UPLOADS, AUDIO -> false;
            case FEATURES, PREDICTIONS, ORDERS -> true;
        };
    }
}
