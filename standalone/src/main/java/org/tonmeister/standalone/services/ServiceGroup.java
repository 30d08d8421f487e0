package org.tonmeister.standalone.services;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.feature.FeatureService;
import org.tonmeister.gateway.GatewayComponent;
import org.tonmeister.ingest.IngestService;
import org.tonmeister.mix.MixService;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceFactory;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.predict.EnsembleService;
import org.tonmeister.predict.PredictService;

/**
 * All services in this process, and where wanted the gateway. They know nothing of each other, so they start and stop side
 * by side.
 */
final class ServiceGroup implements ManagedComponent {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceGroup.class);
    private static final List<ServiceFactory> FACTORIES = List.of(
            EnsembleService::create,
            IngestService::create,
            FeatureService::create,
            PredictService::create,
            MixService::create);

    private final PipelineSettings settings;
    private final Map<String, String> environment;
    private final MeterRegistry meters;
    private final Tracing tracing;
    private final List<ServiceFactory> factories;
    private final Queue<ManagedComponent> services = new ConcurrentLinkedQueue<>();

    ServiceGroup(
            PipelineSettings settings,
            Map<String, String> environment,
            MeterRegistry meters,
            Tracing tracing,
            Optional<GatewayComponent> gateway) {
        this.factories = Stream.concat(
                        FACTORIES.stream(), gateway.stream().map(component -> (ServiceFactory) unused -> component))
                .toList();
        this.settings = settings;
        this.environment = environment;
        this.meters = meters;
        this.tracing = tracing;
    }

    /** Starts all; if one cannot be, the others are closed. */
    @Override
    public void start() {
        try {
            Parallel.forEach("start", factories, this::start);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void start(ServiceFactory factory) throws Exception {
        var service =
                factory.create(new ServiceEnvironment(settings, new EnvironmentReader(environment), meters, tracing));
        services.add(service);
        service.start();
    }

    @Override
    public boolean ready() {
        return services.size() == factories.size() && services.stream().allMatch(ManagedComponent::ready);
    }

    @Override
    public boolean alive() {
        return services.stream().allMatch(ManagedComponent::alive);
    }

    /** Closes all; each within its own bound. */
    @Override
    public void close() {
        try {
            Parallel.forEach("stop", List.copyOf(services), ManagedComponent::close);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("A service did not stop cleanly");
        }
    }
}
