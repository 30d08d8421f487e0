package org.tonmeister.benchmarks.services;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a broker has done.
 *
 * @param transactions that producers have ended, committed or aborted
 * @param topics what went through each
 */
record BrokerCounts(long transactions, Map<String, Traffic> topics) {
    /** Copies. */
    BrokerCounts {
        topics = Map.copyOf(topics);
    }

    BrokerCounts minus(BrokerCounts earlier) {
        var since = new TreeMap<String, Traffic>();
        topics.forEach((topic, now) -> since.put(topic, now.minus(earlier.topics.getOrDefault(topic, Traffic.NONE))));
        return new BrokerCounts(transactions - earlier.transactions, since);
    }
}
