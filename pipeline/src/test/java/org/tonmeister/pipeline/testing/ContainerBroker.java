package org.tonmeister.pipeline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container, on a port of this machine that stays the same when it is stopped and started again. */
final class ContainerBroker implements TestBroker {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final int KAFKA_PORT = 9092;
    private static final int START_SECONDS = 60;

    private final KafkaContainer container;

    private ContainerBroker(KafkaContainer container) {
        this.container = container;
    }

    static ContainerBroker start() {
        return TestBroker.retried(ContainerBroker::startOnce);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        // A request to stop would not reach the broker: the first process is a shell that does not hand signals on.
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void restart() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
        awaitAnswer();
    }

    @Override
    public void close() {
        container.close();
    }

    private static ContainerBroker startOnce() {
        var container = new KafkaContainer(IMAGE);
        BrokerProperties.FOR_TESTS.forEach((key, value) -> container.addEnv(variableOf(key), value));
        container.setPortBindings(List.of(freePort() + ":" + KAFKA_PORT));
        container.start();
        return new ContainerBroker(container);
    }

    private static String variableOf(String property) {
        return "KAFKA_" + property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Free for the moment: the engine takes it right after. */
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(START_SECONDS)))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker in the container does not come back", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
