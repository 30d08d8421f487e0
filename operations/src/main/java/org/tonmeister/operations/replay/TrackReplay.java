package org.tonmeister.operations.replay;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.schemas.record.MixOptions;

/**
 * What is written again so that one track is worked on again.
 *
 * @param source which of its records
 * @param uploadId the track's newest upload
 * @param model of {@link ReplaySource#FEATURES}: the only one that works on it; empty: all
 * @param records how many are written
 * @param spans where those are that are written again
 * @param pass of those records; empty: they have none
 * @param newPass that they get; empty: they keep what they have
 * @param options of the new order, where one is asked for
 */
public record TrackReplay(
        ReplaySource source,
        String trackId,
        String uploadId,
        Optional<String> model,
        long records,
        Map<TopicPartition, Span> spans,
        String pass,
        String newPass,
        Optional<MixOptions> options) {
    /** Copies. */
    public TrackReplay {
        spans = Map.copyOf(spans);
    }

    /** Offsets from {@code first} to {@code last}, both included. */
    public record Span(long first, long last) {
        static Span of(long offset) {
            return new Span(offset, offset);
        }

        Span with(long offset) {
            return new Span(Math.min(first, offset), Math.max(last, offset));
        }
    }
}
