package org.tonmeister.predict;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceRunner;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.predict.ensemble.EnsembleComponent;
import org.tonmeister.predict.ensemble.EnsembleSettings;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.schemas.TopicCatalogue;

/** From {@code predictions} and {@code mix-requests} to {@code mix-orders}. */
public final class EnsembleService {
    /** File of ensemble weights; those of the release if not set. */
    public static final String WEIGHTS = "TONMEISTER_ENSEMBLE_WEIGHTS";
    /** How long a finished model waits for the others; for ever if not set. */
    public static final String DEADLINE = "TONMEISTER_ENSEMBLE_DEADLINE";
    /** How long an upload can be remixed. */
    public static final String RETENTION = "TONMEISTER_ENSEMBLE_RETENTION";

    private static final Duration LONGEST = Duration.ofDays(3650);

    private EnsembleService() {}

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] args) {
        ServiceRunner.run("ensemble-service", EnsembleService::create);
    }

    /** The service, not yet started. */
    public static ManagedComponent create(ServiceEnvironment environment) {
        var settings = settings(
                environment.environment(),
                Models.installed(environment.environment()),
                environment.settings().catalogue());
        return new EnsembleComponent(environment.settings(), settings, environment.meters(), environment.tracing());
    }

    /**
     * The ensemble's settings in the environment.
     *
     * @throws InvalidSettingException if one cannot be used
     */
    static EnsembleSettings settings(EnvironmentReader environment, Models models, TopicCatalogue catalogue) {
        return new EnsembleSettings(
                models.enabled(environment).stream()
                        .<String>map(InstalledModel::name)
                        .toList(),
                weights(environment),
                deadline(environment),
                positive(RETENTION, environment.duration(RETENTION, EnsembleSettings.DEFAULT_RETENTION, LONGEST)),
                catalogue);
    }

    private static EnsembleWeights weights(EnvironmentReader environment) {
        var file = environment.text(WEIGHTS);
        if (file.isEmpty()) {
            return EnsembleWeights.bundled();
        }
        try {
            return EnsembleWeights.read(environment.path(WEIGHTS, null));
        } catch (IOException e) {
            throw new InvalidSettingException(WEIGHTS, file.get(), "must be a file that can be read");
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    WEIGHTS, file.get(), "must be a file of ensemble weights: " + e.getMessage());
        }
    }

    private static Optional<Duration> deadline(EnvironmentReader environment) {
        return environment.text(DEADLINE).isEmpty()
                ? Optional.empty()
                : Optional.of(positive(DEADLINE, environment.duration(DEADLINE, LONGEST, LONGEST)));
    }

    private static Duration positive(String variable, Duration value) {
        if (value.isZero()) {
            throw new InvalidSettingException(variable, "0", "must be longer than 0");
        }
        return value;
    }
}
