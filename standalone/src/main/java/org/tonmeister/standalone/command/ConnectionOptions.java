package org.tonmeister.standalone.command;

import org.tonmeister.standalone.services.DataFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which broker a command uses. */
final class ConnectionOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "a broker at which the services run elsewhere; TLS and SASL by KAFKA_* variables")
    private String bootstrap;

    @Mixin
    private DataOption data = new DataOption();

    DataFolder data() {
        return data.folder();
    }

    /** The broker that was named, or the embedded one. */
    Connection open(String command) {
        return bootstrap == null ? Connection.embedded(data.folder(), command) : Connection.to(bootstrap);
    }

    /** The broker that was named, or the embedded one if it runs already. */
    Connection openRunning() {
        return bootstrap == null ? Connection.running(data.folder()) : Connection.to(bootstrap);
    }
}
