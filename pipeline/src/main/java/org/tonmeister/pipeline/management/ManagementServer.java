package org.tonmeister.pipeline.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import org.tonmeister.pipeline.settings.ManagementAddress;

/** Serves {@code GET /live}, {@code /ready} and {@code /metrics} on a port of its own. */
public final class ManagementServer implements AutoCloseable {
    private ManagementServer() {}

    /**
     * Binds and serves.
     *
     * @throws IOException if the address cannot be bound; the message names it
     */
    public static ManagementServer start(
            ManagementAddress address, ManagedComponent component, PrometheusMeterRegistry meters) throws IOException {
        throw new UnsupportedOperationException("not yet written");
    }

    /** The port it listens on. */
    public int port() {
        return 0;
    }

    @Override
    public void close() {}
}
