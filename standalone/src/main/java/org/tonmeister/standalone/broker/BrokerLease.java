package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The use of the broker of a data folder. The first process gets the folder and runs the broker; it is the owner. While
 * it does, other processes are its guests: they use its broker, and the owner can wait for them before it stops.
 */
public final class BrokerLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLease.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BrokerFolder folder;
    private final BrokerAddress address;
    private final Optional<EmbeddedBroker> broker;
    private final FolderLock lock;
    private boolean closed;

    private BrokerLease(BrokerFolder folder, BrokerAddress address, Optional<EmbeddedBroker> broker, FolderLock lock) {
        this.folder = folder;
        this.address = address;
        this.broker = broker;
        this.lock = lock;
    }

    /**
     * Starts the broker of a folder, or joins the process that runs it.
     *
     * @param path the folder; made if it is not there
     * @param port for the broker, if it is started here; 0 for any
     * @param command what the user runs, for the messages of other processes
     * @throws BrokerException if the broker cannot be had
     */
    public static BrokerLease acquire(Path path, int port, String command) {
        try {
            var folder = BrokerFolder.at(path);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                var lock = FolderLock.tryAcquire(folder.lock());
                if (lock.isPresent()) {
                    return own(folder, port, command, lock.get());
                }
                var joined = join(folder);
                if (joined.isPresent()) {
                    return joined.get();
                }
                if (System.nanoTime() > deadline) {
                    throw new BrokerException(
                            "Another Tonmeister process holds " + path
                                    + ", but its broker does not answer; stop that process, or choose another folder with --data");
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (IOException e) {
            throw new BrokerException("Cannot use the data folder " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("Interrupted while waiting for the broker of " + path, e);
        }
    }

    /**
     * Where the broker is that runs on a folder, if one does. Unlike {@link #acquire}, does not become a guest: its owner
     * does not wait.
     *
     * @throws BrokerException if the folder cannot be read
     */
    public static Optional<String> runningOn(Path path) {
        try {
            return BrokerAddress.read(new BrokerFolder(path).address())
                    .filter(BrokerAddress::answers)
                    .map(BrokerAddress::bootstrap);
        } catch (IOException e) {
            throw new BrokerException("Cannot use the data folder " + path + ": " + e, e);
        }
    }

    private static BrokerLease own(BrokerFolder folder, int port, String command, FolderLock lock) throws IOException {
        EmbeddedBroker broker = null;
        try {
            Files.deleteIfExists(folder.address());
            broker = EmbeddedBroker.start(folder.path(), port);
            var address = new BrokerAddress(
                    broker.bootstrap(),
                    broker.clusterId(),
                    ProcessHandle.current().pid(),
                    command);
            address.write(folder.address());
            return new BrokerLease(folder, address, Optional.of(broker), lock);
        } catch (IOException | RuntimeException e) {
            if (broker != null) {
                broker.close();
            }
            lock.close();
            throw e;
        }
    }

    private static Optional<BrokerLease> join(BrokerFolder folder) throws IOException {
        var address = BrokerAddress.read(folder.address());
        if (address.isEmpty() || !address.get().answers()) {
            return Optional.empty();
        }
        var guest = folder.guests().enter();
        // An owner about to stop takes its address away and then looks for guests. Only a guest that still finds the
        // address after it has entered is sure to be waited for.
        if (BrokerAddress.read(folder.address()).equals(address)) {
            return Optional.of(new BrokerLease(folder, address.get(), Optional.empty(), guest));
        }
        guest.close();
        return Optional.empty();
    }

    /** Where clients connect. */
    public String bootstrap() {
        return address.bootstrap();
    }

    /** Whether the broker runs in this process. */
    public boolean isOwner() {
        return broker.isPresent();
    }

    /** The process and command that run the broker, such as {@code process 4711 (serve)}. */
    public String owner() {
        return "process " + address.pid() + " (" + address.command() + ")";
    }

    /**
     * For the owner: lets no more guests in and waits until the last has left. Returns at once for a guest.
     *
     * @param waiting called once if there are any
     */
    public void awaitGuests(Runnable waiting) throws InterruptedException {
        if (!isOwner()) {
            return;
        }
        try {
            Files.deleteIfExists(folder.address());
            if (folder.guests().any()) {
                waiting.run();
                while (folder.guests().any()) {
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", folder.path()).setCause(e).log("Cannot tell whether there are guests");
        }
    }

    /** Stops the broker if it runs here, without waiting for guests; otherwise leaves it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            if (isOwner()) {
                Files.deleteIfExists(folder.address());
                broker.get().close();
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", folder.path()).setCause(e).log("The data folder was not left clean");
        }
    }
}
