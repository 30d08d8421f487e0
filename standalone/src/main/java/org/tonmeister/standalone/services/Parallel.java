package org.tonmeister.standalone.services;

import java.util.ArrayList;
import java.util.Collection;

/** The same thing done to several at once. */
final class Parallel {
    private Parallel() {}

    /** What is done. */
    @FunctionalInterface
    interface Action<T> {
        void on(T item) throws Exception;
    }

    /**
     * Does it to each, on a thread of its own, and returns when all are done.
     *
     * @throws RuntimeException the first fault; unchecked ones as they are
     */
    static <T> void forEach(String name, Collection<T> items, Action<T> action) {
        var threads = new ArrayList<Thread>();
        var faults = new ArrayList<Exception>();
        for (T item : items) {
            var thread = new Thread(
                    () -> {
                        try {
                            action.on(item);
                        } catch (Exception e) {
                            synchronized (faults) {
                                faults.add(e);
                            }
                        }
                    },
                    name + "-" + threads.size());
            threads.add(thread);
            thread.start();
        }
        threads.forEach(Parallel::join);
        synchronized (faults) {
            if (!faults.isEmpty()) {
                throw unchecked(faults.get(0));
            }
        }
    }

    private static RuntimeException unchecked(Exception e) {
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e.getMessage(), e);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                // What was begun must end; the interrupt is passed on afterwards.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
