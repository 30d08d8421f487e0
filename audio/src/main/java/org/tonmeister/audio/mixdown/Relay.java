package org.tonmeister.audio.mixdown;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands blocks on to a thread of its own, in order, so that metering and encoding run beside the chain. Holds {@value
 * #BLOCKS} blocks at most; {@link #accept} waits for a free one.
 */
final class Relay implements Track.BlockSink, AutoCloseable {
    private static final int BLOCKS = 3;

    private final Track.BlockSink target;
    private final BlockingQueue<float[][]> free = new ArrayBlockingQueue<>(BLOCKS);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var daemon = new Thread(work, "mix-relay");
        daemon.setDaemon(true);
        return daemon;
    });

    Relay(Track.BlockSink target) {
        this.target = target;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new float[2][0]);
        }
    }

    /** Copies the block and returns. Throws what an earlier block met in the target. */
    @Override
    public void accept(float[][] block, int frames) throws IOException {
        float[][] copy = copied(block, frames);
        thread.execute(() -> handOn(copy, frames));
    }

    /** Waits until the target has taken every block. Throws what one met there. */
    void finish() throws IOException {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("Centuries went by");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        rethrow();
    }

    /** Stops; blocks not yet taken are dropped. After {@link #finish} it does nothing. */
    @Override
    public void close() {
        failure.compareAndSet(null, new InterruptedIOException("Closed before the end"));
        thread.shutdown();
        boolean interrupted = false;
        // The target is not ours to close under the thread that writes to it.
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private float[][] copied(float[][] block, int frames) throws IOException {
        try {
            float[][] copy = free.take();
            rethrow();
            if (copy[0].length < frames) {
                copy = new float[2][frames];
            }
            System.arraycopy(block[0], 0, copy[0], 0, frames);
            System.arraycopy(block[1], 0, copy[1], 0, frames);
            return copy;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void handOn(float[][] block, int frames) {
        try {
            if (failure.get() == null) {
                target.accept(block, frames);
            }
        } catch (IOException | RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            free.add(block);
        }
    }

    private void rethrow() throws IOException {
        Exception met = failure.get();
        if (met != null) {
            throw new IOException("Metering or encoding failed: " + met.getMessage(), met);
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while a mix was rendered");
    }
}
