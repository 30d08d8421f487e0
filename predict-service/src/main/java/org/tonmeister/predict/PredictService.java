package org.tonmeister.predict;

import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceRunner;
import org.tonmeister.pipeline.worker.TransactionalWorker;

/**
 * From {@code spectrograms} and {@code ast-features} to {@code predictions}: a worker with a consumer group of its own,
 * {@code prefix-predict-model}, for each enabled model, so that each can be replayed alone.
 */
public final class PredictService {
    private static final int WINDOWS_PER_TRANSACTION = 32;

    private PredictService() {}

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] args) {
        ServiceRunner.run("predict-service", PredictService::create);
    }

    /** The service, not yet started. */
    public static ManagedComponent create(ServiceEnvironment environment) {
        return create(environment, Models.installed(environment.environment()));
    }

    static ManagedComponent create(ServiceEnvironment environment, Models models) {
        return ManagedComponent.all(models.enabled(environment.environment()).stream()
                .map(model -> worker(environment, model))
                .toList());
    }

    private static ManagedComponent worker(ServiceEnvironment environment, InstalledModel<?> model) {
        // A model that cannot be made ends the start and not a thread.
        model.maker().get().close();
        return TransactionalWorker.builder(
                        PredictHandler.STAGE,
                        model.source().topic(),
                        environment.settings(),
                        () -> model.handler(environment.meters()))
                .groupId(environment.settings().groupId(PredictHandler.STAGE + "-" + model.name()))
                .maxPollRecords(WINDOWS_PER_TRANSACTION)
                .meters(environment.meters())
                .tracing(environment.tracing())
                .build();
    }
}
