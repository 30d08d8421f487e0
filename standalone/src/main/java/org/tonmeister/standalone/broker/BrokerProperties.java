package org.tonmeister.standalone.broker;

import java.nio.file.Path;
import java.util.Properties;
import org.tonmeister.schemas.Topic;

/**
 * Settings of a single KRaft node, broker and controller in one, for one user's machine: one replica of everything, few
 * threads, small buffers, the loopback interface only.
 *
 * @param logFolder where the broker keeps its logs
 * @param ports of the two listeners
 * @param retentionBytes how many bytes a partition keeps; a topic's own retention time may free it earlier
 */
record BrokerProperties(Path logFolder, Ports ports, long retentionBytes) {
    static final int NODE_ID = 1;
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** Retention works by whole segments, so they must be small enough for the disk to be freed. */
    static final int SEGMENT_BYTES = 128 << 20;

    private static final int LARGEST_RECORD_BYTES = Topic.UPLOADS.maxRecordBytes();

    Properties asProperties() {
        var properties = new Properties();
        listeners(properties);
        replication(properties);
        storage(properties);
        resources(properties);
        latency(properties);
        return properties;
    }

    private void listeners(Properties p) {
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE_ID));
        p.setProperty("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + ports.controller());
        p.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        p.setProperty(
                "listeners",
                "PLAINTEXT://" + HOST + ":" + ports.broker() + "," + CONTROLLER_LISTENER + "://" + HOST + ":"
                        + ports.controller());
        p.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + ":" + ports.broker());
        p.setProperty("inter.broker.listener.name", "PLAINTEXT");
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    }

    private static void replication(Properties p) {
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
    }

    private void storage(Properties p) {
        p.setProperty("log.dirs", logFolder.toString());
        p.setProperty("log.segment.bytes", Integer.toString(SEGMENT_BYTES));
        // Offset and time index of a 128 MiB segment need 256 and 384 KiB; the default maps 10 MiB for each.
        p.setProperty("log.index.size.max.bytes", Integer.toString(512 << 10));
        p.setProperty("log.retention.bytes", Long.toString(retentionBytes));
        p.setProperty("log.retention.check.interval.ms", "30000");
        // A process that mixes one track lives for seconds; it, too, should free what is too old.
        p.setProperty("log.initial.task.delay.ms", "3000");
        p.setProperty("log.segment.delete.delay.ms", "1000");
        p.setProperty("message.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
        p.setProperty("replica.fetch.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
        p.setProperty("replica.fetch.response.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
    }

    private static void resources(Properties p) {
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("num.replica.fetchers", "1");
        p.setProperty("background.threads", "2");
        p.setProperty("num.recovery.threads.per.data.dir", "2");
        p.setProperty("group.coordinator.threads", "1");
        p.setProperty("share.coordinator.threads", "1");
        p.setProperty("log.cleaner.threads", "1");
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        p.setProperty("log.cleaner.io.buffer.size", Integer.toString(256 << 10));
        p.setProperty("metric.reporters", "");
    }

    private static void latency(Properties p) {
        // All threads of a service join within this time; each that came later would cost two more rebalances.
        p.setProperty("group.initial.rebalance.delay.ms", "100");
        // After a kill the broker may come back only when its old session has ended. But where the session of a running
        // broker ends, because the machine is busy or slept, a transaction may be left open for ever (KAFKA-20734, seen
        // with 4 s): see TransactionGuard.
        p.setProperty("broker.session.timeout.ms", "15000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        // No records that say nothing in the metadata log: nobody follows it.
        p.setProperty("metadata.max.idle.interval.ms", "0");
    }
}
