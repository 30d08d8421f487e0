package org.tonmeister.pipeline.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch at work on the lane's second thread, as its polling thread sees it. */
final class LaneJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneJob.class);

    /** How long a handler has to look at {@link StageContext#cancelled()} before it is interrupted. */
    private static final Duration BEFORE_INTERRUPT = Duration.ofSeconds(5);

    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(30);

    private final Set<TopicPartition> partitions;
    private final Cancellation cancellation;
    private final Supplier<BatchResult> work;
    private final Runnable atEnd;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile BatchResult result;
    private volatile LinkageError misfit;
    private Thread runner;

    /**
     * @param atWorst where the batch ended if the work ends by a fault of its own
     * @param atEnd called when it has ended, on the working thread
     */
    LaneJob(BatchResult atWorst, Cancellation cancellation, Supplier<BatchResult> work, Runnable atEnd) {
        this.result = atWorst;
        this.partitions = new HashSet<>(atWorst.resumeAt().keySet());
        this.cancellation = cancellation;
        this.work = work;
        this.atEnd = atEnd;
    }

    @Override
    public void run() {
        running(Thread.currentThread());
        try {
            result = work.get();
        } catch (LinkageError e) {
            misfit = e;
        } catch (RuntimeException | Error e) {
            // What it did is for the committed offsets to tell.
            LOG.atError().setCause(e).log("A fault in the worker itself");
        } finally {
            running(null);
            ended.countDown();
            atEnd.run();
        }
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Throws what shows that the installation does not fit together, if the work ended by it. */
    void rethrowMisfit() {
        if (misfit != null) {
            throw misfit;
        }
    }

    BatchResult result() {
        return result;
    }

    /** The partitions it works on that are still ours. */
    Set<TopicPartition> partitions() {
        return Set.copyOf(partitions);
    }

    boolean touches(Collection<TopicPartition> others) {
        return !Collections.disjoint(partitions, others);
    }

    void disown(Collection<TopicPartition> gone) {
        partitions.removeAll(gone);
    }

    /** Lets it finish the present record, within {@code patience}; then as {@link #callOff}. */
    boolean finish(Duration patience) {
        cancellation.stop();
        return await(patience) || callOff();
    }

    /** Calls it off and waits for it; false: it does not heed, and can commit nothing any more. */
    boolean callOff() {
        cancellation.cancel();
        return await(BEFORE_INTERRUPT) || interruptAndAwait();
    }

    /** As {@link #callOff}, but what is done must not be committed either. */
    boolean abandon() {
        cancellation.lose();
        return callOff();
    }

    private boolean interruptAndAwait() {
        synchronized (this) {
            if (runner != null) {
                runner.interrupt();
            }
        }
        boolean over = await(AFTER_INTERRUPT);
        if (!over) {
            cancellation.lose();
            LOG.atError().log("A handler does not stop: nothing of its record will be committed");
        }
        return over;
    }

    private synchronized void running(Thread thread) {
        runner = thread;
        // One that came too late to interrupt the work must not interrupt what follows.
        Thread.interrupted();
    }

    private boolean await(Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
