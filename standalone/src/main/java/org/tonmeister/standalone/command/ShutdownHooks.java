package org.tonmeister.standalone.command;

/** What is to be done at Ctrl-C, as long as a command works. */
final class ShutdownHooks {
    private ShutdownHooks() {}

    /** The command is over: its hook is not needed. */
    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being stopped; the hook does its work.
            return;
        }
    }
}
