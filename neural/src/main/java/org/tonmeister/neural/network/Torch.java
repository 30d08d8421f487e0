package org.tonmeister.neural.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * PyTorch through DJL, set up once: on one thread, because the services run a worker a core anyway, and because sums then
 * have one order and the same input gives the same bits; and without looking for anything on the network.
 */
public final class Torch {
    private static final String NAME = "PyTorch";

    private Torch() {}

    /** The engine. */
    public static Engine engine() {
        return Holder.ENGINE;
    }

    /** A manager for arrays, to be closed. */
    public static NDManager manager() {
        return engine().newBaseManager();
    }

    private static final class Holder {
        private static final Engine ENGINE = start();

        private static Engine start() {
            property("ai.djl.pytorch.num_threads", "1");
            property("ai.djl.pytorch.num_interop_threads", "1");
            property("ai.djl.offline", "true");
            property("OPT_OUT_TRACKING", "true");
            return Engine.getEngine(NAME);
        }

        private static void property(String name, String value) {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        }
    }
}
