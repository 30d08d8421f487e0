package org.tonmeister.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/** Waits for the first mix of one upload. */
final class MixWaiter implements TrackListener {
    /** How far the services' clocks may lag behind ours: a mix must not seem older than its upload. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final String uploadId;
    private final CompletableFuture<Mix> result = new CompletableFuture<>();

    private MixWaiter(String uploadId) {
        this.uploadId = uploadId;
    }

    @SuppressWarnings("try") // The subscription is used by being open.
    static Mix await(TonmeisterClient client, PublishedTrack track, Duration time)
            throws TrackRejectedException, InterruptedException {
        var waiter = new MixWaiter(track.uploadId());
        try (var subscription = client.subscribe(Start.at(track.publishedAt().minus(CLOCK_SKEW)), waiter)) {
            return waiter.result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("No mix of track " + track.trackId() + " within " + time.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TrackRejectedException rejected) {
                throw rejected;
            }
            throw new KafkaException(
                    "The mix cannot be waited for: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void onMix(Mix mix) {
        if (mix.getUploadId().equals(uploadId)) {
            result.complete(mix);
        }
    }

    @Override
    public void onProgress(Progress progress) {
        boolean ended = progress.getState() == ProgressState.REJECTED || progress.getState() == ProgressState.FAILED;
        if (ended && progress.getUploadId().equals(uploadId)) {
            result.completeExceptionally(new TrackRejectedException(progress.getReason()));
        }
    }

    @Override
    public void onFailure(KafkaException failure) {
        result.completeExceptionally(failure);
    }
}
