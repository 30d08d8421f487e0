package org.tonmeister.gateway;

import java.io.IOException;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.management.ServiceRunner;

/** HTTP in front of the topics: {@code openapi.json} says what it answers. */
public final class GatewayService {
    private GatewayService() {}

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] args) {
        ServiceRunner.run("gateway-service", GatewayService::create);
    }

    /**
     * The service, not yet started.
     *
     * @throws org.tonmeister.pipeline.settings.InvalidSettingException if a setting cannot be used
     * @throws IOException if there is no place for temporary files
     */
    public static ManagedComponent create(ServiceEnvironment environment) throws IOException {
        var settings = GatewaySettings.read(environment.environment());
        return new GatewayComponent(environment.settings(), settings, environment.meters(), environment.tracing());
    }
}
