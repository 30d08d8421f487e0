package org.tonmeister.standalone.services;

import java.util.OptionalInt;
import org.tonmeister.pipeline.settings.ManagementAddress;
import org.tonmeister.pipeline.settings.PipelineSettings;

/**
 * How to run broker and services together.
 *
 * @param data where the data lie
 * @param port of the broker; 0 for any
 * @param managementPort of probes and metrics; empty for none, 0 for any
 * @param httpPort of the gateway; empty for no gateway, 0 for any
 * @param command what the user runs
 */
public record AllInOneSettings(
        DataFolder data, int port, OptionalInt managementPort, OptionalInt httpPort, String command) {
    /** More would cost start-up time and files; work on as many tracks at once is more than a machine of one user has. */
    static final int PARTITIONS = 4;

    private static final int MOST_THREADS = 4;

    /** Without the gateway. */
    public AllInOneSettings(DataFolder data, int port, OptionalInt managementPort, String command) {
        this(data, port, managementPort, OptionalInt.empty(), command);
    }

    /** For a command that needs neither a fixed port nor probes nor the gateway. */
    public AllInOneSettings(DataFolder data, String command) {
        this(data, 0, OptionalInt.empty(), OptionalInt.empty(), command);
    }

    /**
     * The services' settings. Not from the environment: what {@code KAFKA_*} says is about some other cluster.
     *
     * @param bootstrap of the embedded broker
     */
    PipelineSettings pipeline(String bootstrap) {
        var builder = PipelineSettings.builder()
                .bootstrapServers(bootstrap)
                .partitions(PARTITIONS)
                .replicationFactor(1)
                .threads(threads(Runtime.getRuntime().availableProcessors()))
                // The folder's lock sees to it that there is only one. After a kill, the next process ends the open
                // transactions of the last one at once.
                .instance("standalone")
                .temp(data.work())
                .withoutManagement()
                .kafka("enable.metrics.push", "false")
                // After a kill, the groups wait so long for the members that are no more.
                .kafka("consumer.session.timeout.ms", "6000")
                // By a heartbeat, a member learns that another has come: it costs nothing in one process.
                .kafka("consumer.heartbeat.interval.ms", "500");
        managementPort.ifPresent(value -> builder.management(ManagementAddress.DEFAULT_HOST, value));
        return builder.build();
    }

    /** For each stage: the stages work side by side, so that one thread of each is enough for two cores. */
    static int threads(int cores) {
        return Math.max(1, Math.min(MOST_THREADS, cores / 2));
    }
}
