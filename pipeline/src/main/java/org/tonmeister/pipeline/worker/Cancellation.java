package org.tonmeister.pipeline.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How far the work on a batch is called off. Each step includes those before it: <em>stopping</em>, finish the present
 * record and begin no other; <em>cancelled</em>, leave the present record, commit those that are done; <em>lost</em>,
 * commit nothing, the partitions may be in other hands.
 */
final class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean lost;

    void stop() {
        stopping = true;
    }

    void cancel() {
        stop();
        cancelled.countDown();
    }

    void lose() {
        lost = true;
        cancel();
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    boolean isLost() {
        return lost;
    }

    /** Waits that long, or until cancelled. */
    void pause(Duration time) {
        try {
            if (cancelled.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancelledWorkException("called off while waiting to try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledWorkException("interrupted while waiting to try again");
        }
    }
}
