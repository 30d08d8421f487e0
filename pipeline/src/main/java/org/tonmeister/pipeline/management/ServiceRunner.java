package org.tonmeister.pipeline.management;

/** What a service's {@code main} calls. */
public final class ServiceRunner {
    private ServiceRunner() {}

    /**
     * Runs a service until the process is told to stop: settings from the environment, topics, the service, the
     * management server, a shutdown hook that waits for the end of the work. Exits with 2 if a setting cannot be used,
     * with 1 if the service cannot start or dies.
     *
     * @param name such as {@code ingest-service}
     */
    public static void run(String name, ServiceFactory factory) {
        throw new UnsupportedOperationException("not yet written");
    }
}
