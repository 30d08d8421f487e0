package org.tonmeister.pipeline.worker;

import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.ProgressState;

/** What a handler may do while it works on a record. Sends are kept in memory until a commit. */
public interface StageContext {
    /**
     * The epoch of the record's partition: stays the same over restarts, and is another one after the group's offsets
     * were reset.
     */
    String epoch();

    /** The topics. */
    TopicCatalogue catalogue();

    /**
     * Says whose work the record is, for the progress records that the worker itself writes (rejected, failed). Call it
     * as soon as the record is decoded. Without it, the track id is the record's key and the upload id is known on the
     * uploads topic only.
     */
    void identify(String trackId, String uploadId);

    /**
     * As {@link #identify(String, String)}, for the work on a mix order: its progress records say which.
     *
     * @param orderId the order
     * @param requestId the request that the order answers; null: the upload itself asked for the mix
     */
    default void identify(String trackId, String uploadId, String orderId, String requestId) {
        identify(trackId, uploadId);
    }

    /** Sends an Avro record with the next commit. */
    <T extends SpecificRecordBase> void send(Topic topic, String key, T value, Header... headers);

    /**
     * Sends bytes with the next commit; the array must not be changed afterwards.
     *
     * @throws IllegalArgumentException if the record is larger than the topic takes
     * @throws IllegalStateException if more is sent without {@link #commitSlice()} than memory should hold
     */
    void send(Topic topic, String key, byte[] value, Header... headers);

    /**
     * Commits what was sent so far in a transaction of its own, without moving past the record. For work whose results
     * are large, and where the offsets of the results are needed. If the record is worked on again, its slices are
     * written again: readers must be able to tell a repeated beginning.
     *
     * @return where the records of this slice are, in the order of {@code send}; progress records are not among them
     * @throws CancelledWorkException if the partition is lost or the transaction failed: let it pass
     */
    List<RecordMetadata> commitSlice();

    /** Bytes sent since the last commit, keys and headers included: for deciding on {@link #commitSlice()}. */
    long pendingBytes();

    /**
     * Sends a progress record with the next commit. {@code RUNNING} is sent at most twice a second for a record.
     *
     * @param stage {@code ingest}, {@code features}, {@code predict}, {@code ensemble} or {@code mix}
     * @param fraction share of the stage's work done, 0–1
     */
    void progress(String trackId, String uploadId, String stage, ProgressState state, double fraction);

    /**
     * Says how much audio this record is, for the real-time factor. Counted once, when the record is committed.
     *
     * @param seconds its length
     */
    default void audio(double seconds) {}

    /** Says that this record's result is what the user waits for: the time since the upload or request is measured. */
    default void answersUser() {}

    /** Whether the work is to stop: the partition goes elsewhere or the worker shuts down. From any thread. */
    boolean cancelled();

    /**
     * Stops the work if it is {@link #cancelled()}.
     *
     * @throws CancelledWorkException if so
     */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancelledWorkException("the partition goes elsewhere or the worker stops");
        }
    }
}
