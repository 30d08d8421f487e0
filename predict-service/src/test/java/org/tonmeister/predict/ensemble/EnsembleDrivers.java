package org.tonmeister.predict.ensemble;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;

/** Ensembles of a test, each with a state folder of its own; closed with it. */
final class EnsembleDrivers implements AutoCloseable {
    private final Path folder;
    private final List<EnsembleDriver> open = new ArrayList<>();

    EnsembleDrivers(Path folder) {
        this.folder = folder;
    }

    EnsembleDriver start(EnsembleSettings settings) {
        return kept(new EnsembleDriver(settings, stateFolder()));
    }

    EnsembleDriver start(EnsembleSettings settings, String guarantee) {
        return kept(new EnsembleDriver(settings, stateFolder(), guarantee));
    }

    /** A new instance that finds the stores of another: the driver itself deletes what it has on disk. */
    EnsembleDriver restart(EnsembleDriver before, EnsembleSettings settings) {
        var after = start(settings);
        try (var accounts = before.accounts().all();
                var latest = before.latest().all()) {
            accounts.forEachRemaining(entry -> after.accounts().put(entry.key, entry.value));
            latest.forEachRemaining(entry -> after.latest().put(entry.key, entry.value));
        }
        return after;
    }

    static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        open.forEach(EnsembleDriver::close);
    }

    private Path stateFolder() {
        return folder.resolve("state-" + open.size());
    }

    private EnsembleDriver kept(EnsembleDriver driver) {
        open.add(driver);
        return driver;
    }
}
