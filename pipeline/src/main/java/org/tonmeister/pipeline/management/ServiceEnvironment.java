package org.tonmeister.pipeline.management;

import io.micrometer.core.instrument.MeterRegistry;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;

/**
 * What a service is made from.
 *
 * @param settings what every service needs
 * @param environment for settings of the service's own
 * @param meters where its metrics go
 * @param tracing makes the spans of its work
 */
public record ServiceEnvironment(
        PipelineSettings settings, EnvironmentReader environment, MeterRegistry meters, Tracing tracing) {
    /** Without traces. */
    public ServiceEnvironment(PipelineSettings settings, EnvironmentReader environment, MeterRegistry meters) {
        this(settings, environment, meters, Tracing.off());
    }
}
