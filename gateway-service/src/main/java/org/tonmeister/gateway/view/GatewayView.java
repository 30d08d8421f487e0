package org.tonmeister.gateway.view;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tonmeister.operations.letters.DeadLetterBox;
import org.tonmeister.operations.letters.DeadLetters;
import org.tonmeister.operations.status.PipelineMonitor;
import org.tonmeister.operations.status.PipelineWatch;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Everything the gateway reads of the topics, in one component. {@link #ready()} says when the tracks are all known. */
public final class GatewayView implements ManagedComponent {
    /** Names the group: {@code prefix-gateway}. */
    public static final String STAGE = "gateway";

    private final RetentionWatch retention;
    private final TrackFeed feed;
    private final ViewStreams streams;
    private final TrackView tracks;
    private final DeadLetterBox letters;
    private final PipelineWatch monitor;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param settings how to reach Kafka; the copy of the tracks lies in its folder for temporary files and is made again
     *     from the topics where that is empty
     * @param meters where the metrics go
     */
    public GatewayView(PipelineSettings settings, MeterRegistry meters) {
        var index = new TrackIndex();
        meters.gauge("tonmeister.gateway.tracks", index, TrackIndex::size);
        retention = new RetentionWatch(settings);
        feed = new TrackFeed(new FeedReplay(settings));
        streams = new ViewStreams(settings, retention, new TrackCopy(index, feed), feed, meters);
        tracks = new StoredTracks(index, streams::copy, feed, retention, Clock.systemUTC());
        letters = new DeadLetterBox(settings);
        monitor = new PipelineWatch(settings, letters::open);
    }

    /** The tracks. */
    public TrackView tracks() {
        return tracks;
    }

    /** The dead letters. */
    public DeadLetters deadLetters() {
        return letters;
    }

    /** The state of the pipeline. */
    public PipelineMonitor monitor() {
        return monitor;
    }

    @Override
    public void start() {
        retention.start();
        streams.start();
        letters.start();
        monitor.start();
    }

    @Override
    public boolean ready() {
        return streams.ready();
    }

    @Override
    public boolean alive() {
        return streams.alive();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        monitor.close();
        letters.close();
        feed.close();
        streams.close();
        retention.close();
    }
}
