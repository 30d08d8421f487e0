package org.tonmeister.pipeline.management;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** One service in one process, from the environment to the exit code. */
final class ServiceProcess {
    static final int STOPPED = 0;
    static final int FAILED = 1;
    static final int USER_MISTAKE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    private static final long WATCH_SECONDS = 1;

    private final String name;
    private final Map<String, String> environment;
    private final ServiceFactory factory;
    private final PrintStream errors;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int managementPort;

    ServiceProcess(String name, Map<String, String> environment, ServiceFactory factory, PrintStream errors) {
        this.name = name;
        this.environment = environment;
        this.factory = factory;
        this.errors = errors;
    }

    /** Runs until {@link #stop} or the service's death; returns the exit code. */
    int run() {
        try (var metrics = new ServiceMetrics(name)) {
            return run(metrics);
        } catch (InvalidSettingException | UserMistakeException e) {
            errors.println(name + ": " + e.getMessage());
            return USER_MISTAKE;
        } catch (Exception e) {
            LOG.atError().addKeyValue("service", name).setCause(e).log("Cannot start");
            errors.println(name + " cannot start: " + e.getMessage());
            return FAILED;
        } finally {
            stopped.countDown();
        }
    }

    /** Ends {@link #run}, and waits that long for it. */
    boolean stop(long seconds) {
        stopping.countDown();
        try {
            return stopped.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where the management server listens; 0: not yet, or nowhere. */
    int managementPort() {
        return managementPort;
    }

    private int run(ServiceMetrics metrics) throws Exception {
        var reader = new EnvironmentReader(environment);
        PipelineSettings settings = PipelineSettings.from(reader);
        LogSettings.check(reader);
        createTemp(settings);
        try (var telemetry = TelemetrySdk.from(environment, name);
                var service = new StoppableComponent(factory.create(
                        new ServiceEnvironment(settings, reader, metrics.registry(), telemetry.tracing())));
                ManagementServer management = management(settings, service, metrics)) {
            managementPort = management == null ? 0 : management.port();
            StartReport.log(name, settings, reader);
            if (new TopicCreation(settings, stopping).await()) {
                service.start();
            }
            int exitCode = watch(service);
            // While the management server still answers: not ready, so that nobody counts on it any more.
            service.stop();
            return exitCode;
        }
    }

    private int watch(ManagedComponent service) throws InterruptedException {
        while (!stopping.await(WATCH_SECONDS, TimeUnit.SECONDS)) {
            if (!service.alive()) {
                LOG.atError().addKeyValue("service", name).log("The service has died");
                return FAILED;
            }
        }
        return STOPPED;
    }

    private static ManagementServer management(
            PipelineSettings settings, ManagedComponent service, ServiceMetrics metrics) {
        if (settings.management().isEmpty()) {
            return null;
        }
        try {
            return ManagementServer.start(settings.management().get(), service, metrics.registry());
        } catch (IOException e) {
            throw new UserMistakeException(
                    e.getMessage() + ": set TONMEISTER_MANAGEMENT_HOST and TONMEISTER_MANAGEMENT_PORT", e);
        }
    }

    private static void createTemp(PipelineSettings settings) {
        try {
            Files.createDirectories(settings.temp());
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "TONMEISTER_TEMP", settings.temp().toString(), "must be a folder that can be made and written");
        }
        if (!Files.isWritable(settings.temp())) {
            throw new InvalidSettingException(
                    "TONMEISTER_TEMP", settings.temp().toString(), "must be a folder that can be made and written");
        }
    }
}
