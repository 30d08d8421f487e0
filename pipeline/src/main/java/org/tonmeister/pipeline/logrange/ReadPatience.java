package org.tonmeister.pipeline.logrange;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.tonmeister.schemas.record.LogRange;

/** Ends a reading that gets nowhere: never wait for records that cannot come. */
final class ReadPatience {
    /** Then it is asked whether the log is long enough at all. Longer than a change of leader takes. */
    private static final Duration BEFORE_ASKING = Duration.ofSeconds(5);

    /** Longer than the longest open transaction, which holds back those behind it. */
    private static final Duration BEFORE_GIVING_UP = Duration.ofSeconds(45);

    private static final int ASKING_TIMEOUT_MS = 10_000;

    private final LogRange range;
    private final TopicPartition partition;
    private final Supplier<Admin> admins;
    private long position;
    private long movedNanos = System.nanoTime();
    private boolean asked;

    ReadPatience(LogRange range, TopicPartition partition, Supplier<Admin> admins) {
        this.range = range;
        this.partition = partition;
        this.admins = admins;
        this.position = range.getFirstOffset();
    }

    /** @param reached where the reading is now */
    void at(long reached) throws MissingRangeException {
        long now = System.nanoTime();
        if (reached != position) {
            position = reached;
            movedNanos = now;
            asked = false;
            return;
        }
        Duration stalled = Duration.ofNanos(now - movedNanos);
        if (stalled.compareTo(BEFORE_GIVING_UP) > 0) {
            throw new TimeoutException(RangeNames.of(range) + ": nothing came after offset " + position + " for "
                    + BEFORE_GIVING_UP.toSeconds() + " s: the broker is away, or a transaction before it is open");
        }
        if (!asked && stalled.compareTo(BEFORE_ASKING) > 0) {
            asked = true;
            requireLongEnoughLog();
        }
    }

    private void requireLongEnoughLog() throws MissingRangeException {
        var options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(ASKING_TIMEOUT_MS);
        try (Admin admin = admins.get()) {
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()), options)
                    .partitionResult(partition)
                    .get()
                    .offset();
            if (end <= range.getLastOffset()) {
                throw new MissingRangeException(
                        RangeNames.of(range) + " is not there: the log ends before offset " + end);
            }
        } catch (ExecutionException e) {
            // The broker does not answer: the reading itself will time out if that stays so.
            asked = false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
