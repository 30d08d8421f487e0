package org.tonmeister.operations.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A topic as it is on the broker.
 *
 * @param name full name
 * @param partitions 0: the topic is not there
 * @param replication copies of each partition, the fewest of all partitions
 * @param compacted whether the newest record of each key stays for ever
 * @param retention how long records stay; empty: for ever
 * @param offsets first to last, over all partitions; the marks at the ends of transactions have offsets too
 * @param bytes of all copies on disk
 * @param newest when the newest record was written; empty: there is none
 * @param warnings what is not as the services need it, one line each
 */
public record TopicReport(
        String name,
        int partitions,
        int replication,
        boolean compacted,
        Optional<Duration> retention,
        long offsets,
        long bytes,
        Optional<Instant> newest,
        List<String> warnings) {
    /** Copies. */
    public TopicReport {
        warnings = List.copyOf(warnings);
    }

    static TopicReport missing(String name) {
        return new TopicReport(
                name,
                0,
                0,
                false,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                List.of(name + " is not there: every service creates missing topics when it starts"));
    }
}
