package org.tonmeister.standalone.broker;

import org.apache.kafka.common.utils.Exit;

/**
 * Kafka's controller ends the process when it cannot start, for example because its port is taken. While this is open,
 * such a fault is an exception on the thread that starts it, so that other ports can be tried. Faults on other threads
 * end the process as ever: what they leave behind cannot be used.
 */
final class StartGuard implements AutoCloseable {
    StartGuard() {
        Thread starting = Thread.currentThread();
        Exit.setExitProcedure((status, message) -> {
            refuse(starting);
            Runtime.getRuntime().exit(status);
        });
        Exit.setHaltProcedure((status, message) -> {
            refuse(starting);
            Runtime.getRuntime().halt(status);
        });
    }

    private static void refuse(Thread starting) {
        if (Thread.currentThread() == starting) {
            throw new IllegalStateException("Kafka could not start; its log says why");
        }
    }

    @Override
    public void close() {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }
}
