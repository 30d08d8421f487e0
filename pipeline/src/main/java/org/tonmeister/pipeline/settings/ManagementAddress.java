package org.tonmeister.pipeline.settings;

/**
 * Where the management server listens.
 *
 * @param host name or address to bind to
 * @param port 0: any free one
 */
public record ManagementAddress(String host, int port) {
    /** Every interface, because a probe comes from outside the container. */
    public static final String DEFAULT_HOST = "0.0.0.0";

    /** Prometheus' range for exporters begins near here. */
    public static final int DEFAULT_PORT = 9400;

    static final int MAX_PORT = 65_535;

    /** Checks the port. */
    public ManagementAddress {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("No such port: " + port);
        }
    }
}
