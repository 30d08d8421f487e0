package org.tonmeister.neural.network;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A block's parameters as bytes, as DJL writes them. */
public final class Weights {
    private Weights() {}

    /** The parameters of a block. */
    public static byte[] of(Block block) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            block.saveParameters(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Gives a block its parameters.
     *
     * @param manager owns them
     * @throws IllegalArgumentException if they are not those of such a block
     */
    public static void load(Block block, NDManager manager, byte[] weights) {
        restore(block, manager, weights);
        block.freezeParameters(true);
    }

    /**
     * As {@link #load}, for a block that goes on learning.
     *
     * @param manager owns them
     * @throws IllegalArgumentException if they are not those of such a block
     */
    public static void restore(Block block, NDManager manager, byte[] weights) {
        try (var in = new DataInputStream(new ByteArrayInputStream(weights))) {
            block.loadParameters(manager, in);
        } catch (MalformedModelException | IOException e) {
            throw new IllegalArgumentException("the weights are not those of this network: " + e.getMessage(), e);
        }
    }
}
