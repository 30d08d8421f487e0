package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies in a broker's data folder beside the broker's own data. */
record BrokerFolder(Path path) {
    static BrokerFolder at(Path path) throws IOException {
        return new BrokerFolder(Files.createDirectories(path));
    }

    /** Held by the process that runs the broker. */
    Path lock() {
        return path.resolve("lock");
    }

    /** Where the running broker is. */
    Path address() {
        return path.resolve("address");
    }

    Guests guests() {
        return new Guests(path.resolve("guests"));
    }
}
