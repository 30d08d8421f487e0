package org.tonmeister.operations.replay;

import java.util.List;
import org.tonmeister.schemas.Topic;

/** What a replay begins with: the topic that is read again. */
public enum ReplaySource {
    /** Files: all stages work again. */
    UPLOADS(List.of(Topic.UPLOADS)),
    /** Decoded sound: features, predictions, orders and mixes are made again. */
    AUDIO(List.of(Topic.AUDIO)),
    /** Features: predictions, of one model or all, orders and mixes. */
    FEATURES(List.of(Topic.SPECTROGRAMS, Topic.AST_FEATURES)),
    /** Predictions: orders and mixes. */
    PREDICTIONS(List.of(Topic.PREDICTIONS)),
    /** Orders: mixes. */
    ORDERS(List.of(Topic.MIX_ORDERS));

    private final List<Topic> topics;

    ReplaySource(List<Topic> topics) {
        this.topics = topics;
    }

    List<Topic> topics() {
        return topics;
    }

    /** Whether a mix of what is read again needs sound that lies in {@code audio} already. */
    boolean needsAudio() {
        return compareTo(AUDIO) > 0;
    }
}
