package org.tonmeister.client;

import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.Progress;

/**
 * Hears what becomes of tracks, on the subscription's own thread. A method that throws ends the subscription, and {@link
 * #onFailure} says so; a slow one makes it wait.
 */
public interface TrackListener {
    /** A mix is ready to be fetched with {@link TonmeisterClient#save}. */
    default void onMix(Mix mix) throws IOException {}

    /** A track has come further, or is rejected; then {@code reason} says why. */
    default void onProgress(Progress progress) {}

    /** The subscription has ended by a fault: nothing more will come. */
    default void onFailure(KafkaException failure) {}
}
