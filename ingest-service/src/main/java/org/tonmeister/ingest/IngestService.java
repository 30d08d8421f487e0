package org.tonmeister.ingest;

import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceRunner;
import org.tonmeister.pipeline.worker.TransactionalWorker;
import org.tonmeister.schemas.Topic;

/** From {@code uploads} to {@code audio}. */
public final class IngestService {
    private IngestService() {}

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] args) {
        ServiceRunner.run("ingest-service", IngestService::create);
    }

    /** The service, not yet started. */
    public static ManagedComponent create(ServiceEnvironment environment) {
        var settings = environment.settings();
        return TransactionalWorker.builder(
                        TrackPublisher.STAGE, Topic.UPLOADS, settings, () -> new UploadHandler(settings))
                .meters(environment.meters())
                .tracing(environment.tracing())
                .build();
    }
}
