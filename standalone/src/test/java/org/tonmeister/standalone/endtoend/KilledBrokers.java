package org.tonmeister.standalone.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Brokers in processes of their own, each a controller too, that can be killed and started again. Nodes count from 1. */
final class KilledBrokers implements AutoCloseable {
    private final Path folder;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Integer> controllerPorts = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    private KilledBrokers(Path folder, int nodes) throws IOException {
        this.folder = folder;
        var held = new ArrayList<ServerSocket>();
        for (int i = 0; i < 2 * nodes; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        for (int node = 0; node < nodes; node++) {
            ports.add(held.get(node).getLocalPort());
            controllerPorts.add(held.get(nodes + node).getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
    }

    /** Formats and starts so many; clients wait until they serve. */
    static KilledBrokers start(Path folder, int nodes) throws Exception {
        var brokers = new KilledBrokers(folder, nodes);
        String cluster = Uuid.randomUuid().toString();
        for (int node = 1; node <= nodes; node++) {
            brokers.format(node, cluster);
            brokers.processes.add(brokers.run(node));
        }
        return brokers;
    }

    /** {@code host:port,…} of all. */
    String bootstrap() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** As {@code kill -9} does. */
    void kill(int node) throws InterruptedException {
        processes.get(node - 1).destroyForcibly().waitFor();
    }

    /** Starts a killed one on what it left. */
    void restart(int node) throws IOException {
        processes.set(node - 1, run(node));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private void format(int node, String cluster) throws Exception {
        Path data = Files.createDirectories(folder.resolve("broker-" + node));
        var properties = properties(node, data);
        try (var out = Files.newBufferedWriter(file(node))) {
            properties.store(out, null);
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(cluster)
                .setNodeId(node)
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .run();
    }

    private Process run(int node) throws IOException {
        return ChildJvm.start("kafka.Kafka", List.of(file(node).toString()), java.util.Map.of(), log(node));
    }

    private Path file(int node) {
        return folder.resolve("broker-" + node + ".properties");
    }

    private Path log(int node) {
        return folder.resolve("broker-" + node + ".log");
    }

    private Properties properties(int node, Path data) {
        int nodes = ports.size();
        String copies = Integer.toString(nodes);
        String inSync = nodes >= 3 ? "2" : "1";
        var p = new Properties();
        p.setProperty("node.id", Integer.toString(node));
        p.setProperty("process.roles", "broker,controller");
        p.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + ports.get(node - 1) + ",CONTROLLER://127.0.0.1:"
                        + controllerPorts.get(node - 1));
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty(
                "controller.quorum.voters",
                IntStream.rangeClosed(1, nodes)
                        .mapToObj(id -> id + "@127.0.0.1:" + controllerPorts.get(id - 1))
                        .collect(Collectors.joining(",")));
        p.setProperty("log.dirs", data.toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("offsets.topic.num.partitions", "3");
        p.setProperty("offsets.topic.replication.factor", copies);
        p.setProperty("transaction.state.log.num.partitions", "3");
        p.setProperty("transaction.state.log.replication.factor", copies);
        p.setProperty("transaction.state.log.min.isr", inSync);
        p.setProperty("share.coordinator.state.topic.replication.factor", copies);
        p.setProperty("share.coordinator.state.topic.min.isr", inSync);
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // So that a killed member is missed after two seconds.
        p.setProperty("group.min.session.timeout.ms", "1000");
        p.setProperty("broker.session.timeout.ms", "4000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        p.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        p.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        p.setProperty("log.index.size.max.bytes", "524288");
        p.setProperty("num.io.threads", "4");
        p.setProperty("num.network.threads", "2");
        return p;
    }
}
