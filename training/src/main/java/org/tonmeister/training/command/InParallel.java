package org.tonmeister.training.command;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Pieces of work on some threads; what they give comes in the order of the pieces. */
public final class InParallel {
    /** What pieces have given waits until those before them have too: for this many a thread at most. */
    private static final int PIECES_AHEAD = 4;

    private InParallel() {}

    /** Runs all of them. The first failure, in their order, ends it. */
    public static <T> List<T> run(int threads, List<Callable<T>> pieces)
            throws TrainingException, IOException, InterruptedException {
        var results = new ArrayList<T>();
        run(threads, pieces, results::add);
        return results;
    }

    /**
     * Runs all of them. The first failure, in their order, ends it; pieces at work then are interrupted and waited for.
     *
     * @param sink gets what each gives, on the calling thread
     */
    public static <T> void run(int threads, List<Callable<T>> pieces, Consumer<T> sink)
            throws TrainingException, IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<T>> running = new ArrayDeque<>();
            for (Callable<T> piece : pieces) {
                if (running.size() == threads * PIECES_AHEAD) {
                    sink.accept(result(running.remove()));
                }
                running.add(pool.submit(piece));
            }
            while (!running.isEmpty()) {
                sink.accept(result(running.remove()));
            }
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static <T> T result(Future<T> future) throws TrainingException, IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TrainingException reason) {
                throw reason;
            } else if (e.getCause() instanceof IOException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
