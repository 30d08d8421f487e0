package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tonmeister.training.corpus.CorpusException;

/** Pieces of work on some threads; what they give comes in the order of the pieces. */
final class InParallel {
    private InParallel() {}

    /** Runs all of them. The first failure, in their order, ends it. */
    static <T> List<T> run(int threads, List<Callable<T>> pieces)
            throws CorpusException, IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var futures = new ArrayList<Future<T>>();
            for (Callable<T> piece : pieces) {
                futures.add(pool.submit(piece));
            }
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) throws CorpusException, IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CorpusException reason) {
                throw reason;
            } else if (e.getCause() instanceof IOException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
