package org.tonmeister.pipeline.testing;

import java.util.Map;

/** What a broker for tests has otherwise than a real one: it is alone, has little to do, and is not to wait. */
final class BrokerProperties {
    static final Map<String, String> FOR_TESTS = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.num.partitions", "2"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "2"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            Map.entry("controlled.shutdown.enable", "false"),
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"));

    private BrokerProperties() {}
}
