package org.tonmeister.standalone.endtoend;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tonmeister.feature.FeatureService;
import org.tonmeister.ingest.IngestService;
import org.tonmeister.mix.MixService;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceFactory;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.predict.EnsembleService;
import org.tonmeister.predict.PredictService;

/** Instances of the services in this process, each with a name and a temporary folder of its own. */
final class StageMembers implements AutoCloseable {
    /** The stages and what runs them, from the first to the last. */
    private static final Map<String, ServiceFactory> FACTORIES = Map.of(
            "ingest", IngestService::create,
            "features", FeatureService::create,
            "predict-analyser", PredictService::create,
            "ensemble", EnsembleService::create,
            "mix", MixService::create);

    private final PipelineSettings settings;
    private final Path folder;
    private final String models;
    private final Map<String, ManagedComponent> running = new ConcurrentHashMap<>();

    /**
     * @param settings of all instances but for their names
     * @param folder for their temporary folders
     */
    StageMembers(PipelineSettings settings, Path folder) {
        this(settings, folder, "analyser");
    }

    /** As above, with these models, commas between. */
    StageMembers(PipelineSettings settings, Path folder, String models) {
        this.settings = settings;
        this.folder = folder;
        this.models = models;
    }

    /** Starts an instance under a name that may be used again when the former one is closed. */
    void start(String stage, String instance) throws Exception {
        var own = settings.toBuilder()
                .instance(instance)
                .temp(Files.createDirectories(folder.resolve(instance)))
                .build();
        var environment = new EnvironmentReader(Map.of("TONMEISTER_MODELS", models));
        var service = FACTORIES.get(stage).create(new ServiceEnvironment(own, environment, new SimpleMeterRegistry()));
        service.start();
        running.put(instance, service);
    }

    /** One instance of every stage, named after it. */
    void startAll() {
        FACTORIES.keySet().parallelStream().forEach(stage -> {
            try {
                start(stage, stage);
            } catch (Exception e) {
                throw new IllegalStateException(stage, e);
            }
        });
    }

    /** Closes an instance in the orderly way. */
    void close(String instance) {
        running.remove(instance).close();
    }

    @Override
    public void close() {
        running.values().parallelStream().forEach(ManagedComponent::close);
        running.clear();
    }
}
