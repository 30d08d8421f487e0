package org.tonmeister.gateway.upload;

import io.vertx.core.Future;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tonmeister.gateway.problem.Problem;

/** Tracks that are being uploaded through this gateway right now. Thread-safe. */
final class RunningUploads {
    private final Set<String> trackIds = ConcurrentHashMap.newKeySet();

    /**
     * Keeps the track until the upload is done, however it ends.
     *
     * @throws org.tonmeister.gateway.problem.ProblemException if the track is being uploaded already
     */
    <T> Future<T> during(String trackId, Supplier<Future<T>> upload) {
        if (!trackIds.add(trackId)) {
            throw Problem.conflict("The same upload is under way in another request; wait for its answer");
        }
        try {
            return upload.get().onComplete(done -> trackIds.remove(trackId));
        } catch (RuntimeException e) {
            trackIds.remove(trackId);
            throw e;
        }
    }
}
