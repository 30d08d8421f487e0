package org.tonmeister.pipeline.testing;

import java.util.function.Supplier;

/**
 * A broker of one node for tests. The system property {@value #SWITCH} says which: {@code embedded}, in this JVM, unless
 * it says {@code container}, which is apache/kafka in a container and needs a Docker engine.
 */
public interface TestBroker extends AutoCloseable {
    /** The system property. */
    String SWITCH = "tonmeister.test.broker";

    /** A broker that serves. */
    static TestBroker start() {
        String kind = System.getProperty(SWITCH, "embedded");
        return switch (kind) {
            case "embedded" -> EmbeddedBroker.start();
            case "container" -> ContainerBroker.start();
            default ->
                throw new IllegalStateException(SWITCH + " is '" + kind + "': must be one of embedded, container");
        };
    }

    /** {@code host:port} for clients. */
    String bootstrapServers();

    /** Stops serving; the data stay. */
    void stop();

    /** Serves again, on the same port, with the same data. */
    void restart();

    @Override
    void close();

    /** Tries three times: another process may take a port between our look and the broker's. */
    static <T> T retried(Supplier<T> start) {
        RuntimeException last = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                return start.get();
            } catch (RuntimeException e) {
                last = e;
            }
        }
        throw last;
    }
}
