package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and controller in this process, on the loopback interface, with its data in one folder. The folder is
 * formatted at the first start and used again by later ones. Only one broker may run on a folder at a time:
 * {@link BrokerLease} sees to that.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int ATTEMPTS = 5;
    private static final String CLUSTER_ID_FILE = "cluster.id";
    private static final long LEAST_RETENTION_BYTES = 4L << 30;

    private final KafkaRaftServer server;
    private final int port;
    private final String clusterId;

    private EmbeddedBroker(KafkaRaftServer server, int port, String clusterId) {
        this.server = server;
        this.port = port;
        this.clusterId = clusterId;
    }

    /**
     * Starts a broker and returns when clients can use it.
     *
     * @param folder for its data; made if it is not there
     * @param wantedPort for clients; 0 for any free one
     * @throws BrokerException if the wanted port is taken, or the folder cannot be used
     */
    public static EmbeddedBroker start(Path folder, int wantedPort) {
        if (wantedPort != 0 && Ports.isTaken(wantedPort)) {
            throw new BrokerException("Port " + wantedPort + " of " + BrokerProperties.HOST
                    + " is taken by another program; choose another with --port");
        }
        return start(folder, () -> Ports.free(wantedPort));
    }

    /** As above, on the first of the {@code ports} that turn out to be free. */
    static EmbeddedBroker start(Path folder, Supplier<Ports> ports) {
        try {
            Path logs = Files.createDirectories(folder.resolve("logs"));
            String clusterId = clusterId(folder);
            long retentionBytes =
                    Math.max(LEAST_RETENTION_BYTES, Files.getFileStore(logs).getUsableSpace() / 10);
            return start(logs, ports, clusterId, retentionBytes);
        } catch (IOException e) {
            throw new BrokerException("Cannot keep the broker's data in " + folder + ": " + e, e);
        }
    }

    private static EmbeddedBroker start(Path logs, Supplier<Ports> ports, String clusterId, long retentionBytes) {
        for (int attempt = 1; ; attempt++) {
            Ports tried = ports.get();
            try {
                return start(new BrokerProperties(logs, tried, retentionBytes), clusterId);
            } catch (Exception e) {
                // The ports were free a moment ago; another program may have been quicker.
                if (!tried.areTaken() || attempt == ATTEMPTS) {
                    throw new BrokerException("The embedded broker did not start on " + logs + ": " + e, e);
                }
                LOG.atInfo().addKeyValue("ports", tried).log("Ports taken, trying others");
            }
        }
    }

    @SuppressWarnings("try") // The guard is there by being open.
    private static EmbeddedBroker start(BrokerProperties settings, String clusterId) throws Exception {
        format(settings.logFolder(), clusterId);
        Properties properties = settings.asProperties();
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try (var guard = new StartGuard()) {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        LOG.atInfo().addKeyValue("port", settings.ports().broker()).log("Embedded broker started");
        return new EmbeddedBroker(server, settings.ports().broker(), clusterId);
    }

    private static void format(Path logs, String clusterId) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerProperties.NODE_ID)
                .setClusterId(clusterId)
                .addDirectory(logs.toString())
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                .setIgnoreFormatted(true)
                .run();
    }

    private static String clusterId(Path folder) throws IOException {
        Path file = folder.resolve(CLUSTER_ID_FILE);
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }

    /** The port if it is free, otherwise 0 for any. */
    public static int portOrAny(int port) {
        return Ports.isTaken(port) ? 0 : port;
    }

    /** Where clients connect, such as {@code 127.0.0.1:9092}. */
    public String bootstrap() {
        return BrokerProperties.HOST + ":" + port;
    }

    /** The cluster's id, the same at every start on one folder. */
    public String clusterId() {
        return clusterId;
    }

    /** Stops the broker; its data stay. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
