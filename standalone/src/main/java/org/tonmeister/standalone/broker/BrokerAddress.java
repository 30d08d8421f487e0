package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Where the running broker of a data folder is; kept in a file beside its lock while it runs.
 *
 * @param bootstrap where clients connect
 * @param clusterId by which the broker is told from another one that got its port later
 * @param pid of the process it runs in
 * @param command of that process, {@code mix} or {@code serve}
 */
record BrokerAddress(String bootstrap, String clusterId, long pid, String command) {
    private static final int ANSWER_MS = 3_000;

    /** The address in the file, if it is there and whole. */
    static Optional<BrokerAddress> read(Path file) throws IOException {
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            return words.length == 4
                    ? Optional.of(new BrokerAddress(words[0], words[1], Long.parseLong(words[2]), words[3]))
                    : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Writes the file, whole or not at all. */
    void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, String.join(" ", bootstrap, clusterId, Long.toString(pid), command));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether the broker answers there, and is the one meant. */
    boolean answers() {
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MS))) {
            return clusterId.equals(admin.describeCluster().clusterId().get(ANSWER_MS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
