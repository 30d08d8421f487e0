package org.tonmeister.gateway.upload;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tonmeister.gateway.problem.Problem;

/** Tracks that are being uploaded through this gateway right now. Thread-safe. */
final class RunningUploads {
    private final Set<String> trackIds = ConcurrentHashMap.newKeySet();

    /** @throws org.tonmeister.gateway.problem.ProblemException if the track is being uploaded already */
    void begin(String trackId) {
        if (!trackIds.add(trackId)) {
            throw Problem.conflict("The same upload is under way in another request; wait for its answer");
        }
    }

    void end(String trackId) {
        trackIds.remove(trackId);
    }
}
