package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that runs a folder's broker until it is killed. */
final class OwnerProcess {
    private OwnerProcess() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnerProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Argument: the folder. */
    public static void main(String[] args) throws InterruptedException {
        try (var lease = BrokerLease.acquire(Path.of(args[0]), 0, "mix")) {
            assert lease.isOwner();
            new CountDownLatch(1).await();
        }
    }
}
