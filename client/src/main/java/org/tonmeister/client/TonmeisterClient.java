package org.tonmeister.client;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOptions;

/**
 * Publishes tracks and fetches their mixes. Thread-safe.
 *
 * <pre>{@code
 * try (var tonmeister = TonmeisterClient.builder().bootstrapServers("localhost:9092").build()) {
 *     PublishedTrack track = tonmeister.publish(Path.of("song.mp3"));
 *     Mix mix = tonmeister.awaitMix(track, Duration.ofMinutes(5));
 *     tonmeister.save(mix, Path.of(mix.getFileName()));
 * }
 * }</pre>
 *
 * <p>Options are made by name, as on the command line, or with {@link MixOptions#newBuilder}:
 *
 * <pre>{@code
 * MixOptions options = MixOptionsParser.parse(Map.of("format", "mp3", "loudness", "streaming"));
 * tonmeister.publish(Path.of("song.wav"), options);
 * }</pre>
 *
 * <p>All mixes as they come, also those that others published:
 *
 * <pre>{@code
 * try (var subscription = tonmeister.subscribe(Start.group("archive"), new TrackListener() {
 *     public void onMix(Mix mix) {
 *         tonmeister.save(mix, folder.resolve(mix.getFileName()));
 *     }
 * })) { … }
 * }</pre>
 *
 * <p>Its methods throw {@link KafkaException} if the broker refuses or cannot be reached.
 */
public final class TonmeisterClient implements AutoCloseable {
    private final PipelineSettings settings;
    private final TrackLog log;
    private final TrackPublisher publisher;
    private final MixFiles files;

    private TonmeisterClient(PipelineSettings settings, Tracing tracing) {
        this.settings = settings;
        this.log = new TrackLog(settings, tracing);
        this.publisher = new TrackPublisher(log);
        this.files = new MixFiles(settings);
    }

    /** A builder with the defaults: {@code localhost:9092}, prefix {@code tonmeister}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Publishes a file with the default options; its track id is its name. */
    public PublishedTrack publish(Path file) throws IOException {
        return publish(file, MixOptionsParser.parse(Map.of()));
    }

    /** Publishes a file; its track id is its name. */
    public PublishedTrack publish(Path file, MixOptions options) throws IOException {
        String name = Objects.requireNonNull(file.getFileName(), "not a file").toString();
        try (InputStream in = Files.newInputStream(file)) {
            return publish(name, name, in, options, bytes -> {});
        }
    }

    /**
     * Publishes what a stream holds, of any length, with bounded memory.
     *
     * @param trackId names the track; a second upload under the same id supersedes the first for remixes
     * @param fileName for the report and the mix's name
     * @param in read to its end, not closed
     * @param acknowledgedBytes told now and then how many bytes the broker has
     * @return once all copies of everything are acknowledged
     * @throws IllegalArgumentException if the track id is empty, too long or not printable
     * @throws IOException from {@code in}
     */
    public PublishedTrack publish(
            String trackId, String fileName, InputStream in, MixOptions options, LongConsumer acknowledgedBytes)
            throws IOException {
        return publisher.publish(trackId, fileName, in, options, acknowledgedBytes);
    }

    /**
     * Asks for another mix of a track that the ensemble still remembers: of its latest upload.
     *
     * @param options replace those it was uploaded with
     * @return the request's id, as in {@link Mix#getRequestId}
     * @throws IllegalArgumentException if the track id cannot be one
     */
    public String requestMix(String trackId, MixOptions options) {
        return log.requestMix(trackId, Optional.empty(), options, new RecordHeaders());
    }

    /**
     * Asks for another mix of this upload, also if there is a later one of its track. {@link #awaitMix} may give one that
     * was there before: {@link #subscribe} and compare {@link Mix#getRequestId}.
     *
     * @param options replace those it was uploaded with
     * @return the request's id, as in {@link Mix#getRequestId}
     */
    public String requestMix(PublishedTrack track, MixOptions options) {
        return log.requestMix(track.trackId(), Optional.of(track.uploadId()), options, new RecordHeaders());
    }

    /**
     * Deletes a track, that is all that was uploaded under this id so far. There are no more mixes of it and nothing shows
     * it; its bytes stay in the log until they expire. There need not be such a track.
     *
     * @throws IllegalArgumentException if the track id is empty
     */
    public void delete(String trackId) {
        log.delete(trackId, new RecordHeaders());
    }

    /** Follows all tracks. What is published after this returns is not missed. */
    public Subscription subscribe(Start start, TrackListener listener) {
        return new Subscription(settings, start, listener);
    }

    /**
     * Waits for a track's first mix.
     *
     * @throws TrackRejectedException if it cannot be mixed
     * @throws TimeoutException if nothing came within {@code time}; the track is not lost, wait again
     */
    public Mix awaitMix(PublishedTrack track, Duration time) throws TrackRejectedException, InterruptedException {
        return MixWaiter.await(this, track, time);
    }

    /**
     * Fetches a mix into a file, which appears whole or not at all; one of that name is replaced.
     *
     * @throws org.tonmeister.pipeline.logrange.MissingRangeException if the bytes have expired
     * @throws IOException if the file cannot be written
     */
    public void save(Mix mix, Path file) throws IOException {
        files.save(mix, file);
    }

    @Override
    public void close() {
        log.close();
        files.close();
    }

    /** Holds the defaults of a client. */
    public static final class Builder {
        private String bootstrapServers = "localhost:9092";
        private String topicPrefix = TopicCatalogue.DEFAULT_PREFIX;
        private final Map<String, String> kafka = new HashMap<>();
        private Tracing tracing = Tracing.off();

        private Builder() {}

        /** {@code host:port,…}. */
        public Builder bootstrapServers(String value) {
            bootstrapServers = Objects.requireNonNull(value);
            return this;
        }

        /** First part of the topics' names. */
        public Builder topicPrefix(String value) {
            topicPrefix = Objects.requireNonNull(value);
            return this;
        }

        /** One setting of all Kafka clients, such as {@code security.protocol}. */
        public Builder kafka(String key, String value) {
            kafka.put(key, value);
            return this;
        }

        /** Traces what is published: as children of the current span, or as traces of their own. Off unless set. */
        public Builder openTelemetry(OpenTelemetry value) {
            tracing = Tracing.with(value);
            return this;
        }

        /** The client. Reaches out for the broker when it is used. */
        public TonmeisterClient build() {
            var settings = PipelineSettings.builder()
                    .bootstrapServers(bootstrapServers)
                    .topicPrefix(topicPrefix);
            kafka.forEach(settings::kafka);
            return new TonmeisterClient(settings.build(), tracing);
        }
    }
}
