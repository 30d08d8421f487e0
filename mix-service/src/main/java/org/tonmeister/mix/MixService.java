package org.tonmeister.mix;

import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceRunner;
import org.tonmeister.pipeline.worker.TransactionalWorker;
import org.tonmeister.schemas.Topic;

/** From {@code mix-orders} to {@code mixes}. */
public final class MixService {
    private MixService() {}

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] args) {
        ServiceRunner.run("mix-service", MixService::create);
    }

    /** The service, not yet started. */
    public static ManagedComponent create(ServiceEnvironment environment) {
        var settings = environment.settings();
        return TransactionalWorker.builder(
                        OrderHandler.STAGE, Topic.MIX_ORDERS, settings, () -> new OrderHandler(settings))
                .meters(environment.meters())
                .tracing(environment.tracing())
                .build();
    }
}
