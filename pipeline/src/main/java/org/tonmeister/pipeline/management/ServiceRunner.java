package org.tonmeister.pipeline.management;

/** What a service's {@code main} calls. */
public final class ServiceRunner {
    /** Below the 30 s after which container platforms kill. What is not drained by then is done again elsewhere. */
    private static final long STOP_SECONDS = 25;

    private ServiceRunner() {}

    /**
     * Runs a service until the process is told to stop: settings from the environment, topics, the service, the
     * management server, a shutdown hook that waits for the end of the work. Ends the process: with 0 when told to, with
     * 2 if a setting cannot be used, with 1 if the service cannot start or dies.
     *
     * @param name such as {@code ingest-service}
     */
    public static void run(String name, ServiceFactory factory) {
        LogSettings.useOwnConfiguration();
        LogSettings.takeOverJavaLogging();
        var process = new ServiceProcess(name, System.getenv(), factory, System.err);
        var hook = new Thread(() -> process.stop(STOP_SECONDS), name + "-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        int exitCode = process.run();
        // If the hook is what ended it, the process is on its way out, and exit would wait for the hook for ever.
        if (exitCode != ServiceProcess.STOPPED) {
            System.exit(exitCode);
        }
    }
}
