package org.tonmeister.benchmarks.services;

import java.util.List;
import java.util.Map;
import org.tonmeister.feature.FeatureService;
import org.tonmeister.ingest.IngestService;
import org.tonmeister.mix.MixService;
import org.tonmeister.predict.EnsembleService;
import org.tonmeister.predict.PredictService;

/**
 * A process to measure.
 *
 * @param name as the manifests for Kubernetes call it
 * @param main its main class
 * @param heapMiB largest heap: half of the container's memory, as the images set it
 * @param environment of its own
 */
record Service(String name, Class<?> main, int heapMiB, Map<String, String> environment) {
    private static final int SMALL = 256;
    private static final int LARGE = 512;

    /** All of a pipeline with these models; a process for each model. */
    static List<Service> all(List<String> models) {
        var services = new java.util.ArrayList<Service>();
        services.add(new Service("ingest", IngestService.class, SMALL, Map.of()));
        services.add(new Service("features", FeatureService.class, LARGE, Map.of()));
        for (String model : models) {
            services.add(
                    new Service("predict-" + model, PredictService.class, LARGE, Map.of("TONMEISTER_MODELS", model)));
        }
        services.add(new Service(
                "ensemble", EnsembleService.class, SMALL, Map.of("TONMEISTER_MODELS", String.join(",", models))));
        services.add(new Service("mix", MixService.class, SMALL, Map.of()));
        return List.copyOf(services);
    }
}
