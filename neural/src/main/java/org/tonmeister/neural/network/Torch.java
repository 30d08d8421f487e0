package org.tonmeister.neural.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PyTorch through DJL, set up once: on one thread, because the services run a worker a core anyway, and because sums then
 * have one order and the same input gives the same bits; and without looking for anything on the network. Its libraries
 * are unpacked into {@code tonmeister/djl} of the user's caches, 430 MB, when they are first needed.
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
            keepNativesIn(cache());
            return Engine.getEngine(NAME);
        }

        /** Unless the user has said where, as DJL lets him. */
        private static void keepNativesIn(Path folder) {
            if (System.getenv("DJL_CACHE_DIR") == null && System.getenv("ENGINE_CACHE_DIR") == null) {
                property("DJL_CACHE_DIR", folder.toString());
            }
        }

        private static Path cache() {
            String base = System.getenv("XDG_CACHE_HOME");
            Path caches =
                    base == null || base.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
            Path own = caches.resolve("tonmeister");
            return writable(own) ? own.resolve("djl") : Path.of(System.getProperty("java.io.tmpdir"), "tonmeister-djl");
        }

        private static boolean writable(Path folder) {
            try {
                return Files.isWritable(Files.createDirectories(folder));
            } catch (IOException e) {
                return false;
            }
        }

        private static void property(String name, String value) {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        }
    }
}
