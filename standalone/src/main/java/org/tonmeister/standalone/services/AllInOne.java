package org.tonmeister.standalone.services;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.gateway.GatewayComponent;
import org.tonmeister.gateway.GatewaySettings;
import org.tonmeister.pipeline.management.ManagementServer;
import org.tonmeister.pipeline.management.ServiceMetrics;
import org.tonmeister.pipeline.management.TelemetrySdk;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.standalone.broker.BrokerException;
import org.tonmeister.standalone.broker.BrokerLease;

/**
 * The broker of a data folder and, if this process owns it, all services. If another process runs them already, this
 * one is its guest and starts nothing.
 */
public final class AllInOne implements AutoCloseable {
    /** In metrics and traces. */
    private static final String NAME = "tonmeister";

    private static final Logger LOG = LoggerFactory.getLogger(AllInOne.class);

    private final BrokerLease lease;
    private final PipelineSettings settings;
    private final Optional<ServiceGroup> services;
    private final Optional<ManagementServer> management;
    private final Optional<GatewayComponent> gateway;
    private final List<AutoCloseable> means;
    private boolean closed;

    private AllInOne(
            BrokerLease lease,
            PipelineSettings settings,
            Optional<ServiceGroup> services,
            Optional<ManagementServer> management,
            Optional<GatewayComponent> gateway,
            List<AutoCloseable> means) {
        this.gateway = gateway;
        this.means = List.copyOf(means);
        this.lease = lease;
        this.settings = settings;
        this.services = services;
        this.management = management;
    }

    /**
     * Starts broker and services, or joins them. Returns when the broker can be used; the services may still be
     * starting, and will find what was published meanwhile.
     *
     * @throws BrokerException if the broker cannot be had
     * @throws org.tonmeister.pipeline.settings.InvalidSettingException if an environment variable cannot be used
     */
    public static AllInOne start(AllInOneSettings wanted, Map<String, String> environment) {
        var lease = BrokerLease.acquire(wanted.data().broker(), wanted.port(), wanted.command());
        try {
            var settings = wanted.pipeline(lease.bootstrap());
            return lease.isOwner()
                    ? own(lease, settings, wanted.httpPort(), environment)
                    : new AllInOne(lease, settings, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        } catch (IOException | RuntimeException e) {
            lease.close();
            if (e instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new BrokerException(e.getMessage(), e);
        }
    }

    private static AllInOne own(
            BrokerLease lease, PipelineSettings settings, OptionalInt httpPort, Map<String, String> environment)
            throws IOException {
        WorkFolder.prepare(settings.temp());
        try (var admin = Admin.create(settings.admin())) {
            EmbeddedTopics.create(admin, settings.catalogue());
            FormerMembers.remove(admin, settings.groupPrefix());
        }
        var metrics = settings.management().map(address -> new ServiceMetrics(NAME));
        MeterRegistry meters =
                metrics.<MeterRegistry>map(ServiceMetrics::registry).orElseGet(CompositeMeterRegistry::new);
        var telemetry = TelemetrySdk.from(environment, NAME);
        var means = new ArrayList<AutoCloseable>(List.of(telemetry, TransactionGuard.start(settings)));
        metrics.ifPresent(means::add);
        Optional<GatewayComponent> gateway = Optional.empty();
        if (httpPort.isPresent()) {
            gateway = Optional.of(new GatewayComponent(
                    settings, GatewaySettings.onThisMachine(httpPort.getAsInt()), meters, telemetry.tracing()));
        }
        var services = new ServiceGroup(settings, environment, meters, telemetry.tracing(), gateway);
        services.start();
        try {
            Optional<ManagementServer> management = Optional.empty();
            if (metrics.isPresent()) {
                management = Optional.of(ManagementServer.start(
                        settings.management().get(), services, metrics.get().registry()));
            }
            return new AllInOne(lease, settings, Optional.of(services), management, gateway, means);
        } catch (IOException | RuntimeException e) {
            services.close();
            closeAll(means);
            throw e;
        }
    }

    /** How to reach broker and topics. */
    public PipelineSettings settings() {
        return settings;
    }

    /** Whether broker and services run in this process. */
    public boolean isOwner() {
        return lease.isOwner();
    }

    /** The process that runs them, for people. */
    public String owner() {
        return lease.owner();
    }

    /** Whether every service has its partitions; always true for a guest, who cannot know. */
    public boolean ready() {
        return services.map(ServiceGroup::ready).orElse(true);
    }

    /** Whether the services work at all; false if only a restart helps. */
    public boolean alive() {
        return services.map(ServiceGroup::alive).orElse(true);
    }

    /** Where the probes and metrics are, if they were asked for and run here. */
    public Optional<Integer> managementPort() {
        return management.map(ManagementServer::port);
    }

    /** Where the gateway listens on this machine, if it was asked for and runs here. */
    public Optional<Integer> httpPort() {
        return gateway.map(GatewayComponent::port);
    }

    /**
     * Waits until no other process uses the broker of this one, and lets no more in.
     *
     * @param waiting called once if there are any
     */
    public void awaitGuests(Runnable waiting) throws InterruptedException {
        lease.awaitGuests(waiting);
    }

    /** Stops the services, then the broker, without waiting for guests. What is in work is done again at the next start. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            management.ifPresent(ManagementServer::close);
            services.ifPresent(ServiceGroup::close);
            closeAll(means);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("A service did not stop cleanly");
        } finally {
            lease.close();
        }
    }

    /** What the services' figures and spans went through, and who looked after the broker: after them. */
    private static void closeAll(List<AutoCloseable> means) {
        for (AutoCloseable one : means) {
            try {
                one.close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("Figures or spans were not sent to their end");
            }
        }
    }
}
