package org.tonmeister.feature;

import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceRunner;
import org.tonmeister.pipeline.worker.TransactionalWorker;
import org.tonmeister.schemas.Topic;

/** From {@code audio} to {@code spectrograms} and {@code ast-features}. */
public final class FeatureService {
    /** A window is up to 9 MB; so many share a transaction and are in memory at once. */
    private static final int WINDOWS_PER_TRANSACTION = 8;

    private FeatureService() {}

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] args) {
        ServiceRunner.run("feature-service", FeatureService::create);
    }

    /** The service, not yet started. */
    public static ManagedComponent create(ServiceEnvironment environment) {
        var installed = InstalledFeatures.from(environment.environment());
        // An encoder that cannot be made ends the start and not a thread.
        installed.make().forEach(WindowFeature::close);
        return TransactionalWorker.builder(
                        AudioHandler.STAGE,
                        Topic.AUDIO,
                        environment.settings(),
                        () -> new AudioHandler(installed.make()))
                .maxPollRecords(WINDOWS_PER_TRANSACTION)
                .meters(environment.meters())
                .tracing(environment.tracing())
                .build();
    }
}
