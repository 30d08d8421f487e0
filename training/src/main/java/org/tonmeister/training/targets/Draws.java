package org.tonmeister.training.targets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/**
 * Random generators for examples. Each draw has its own, so that any of them can be made again alone, and order and
 * threads change nothing.
 */
public final class Draws {
    private Draws() {}

    /**
     * The generator of one draw.
     *
     * @param seed of the whole run
     * @param track the track's md5 sum, or how else it is told from all others
     * @param draw number of the draw by that protocol
     */
    public static Random random(long seed, String track, Protocol protocol, int draw) {
        String name = seed + "/" + track + "/" + protocol.jsonName() + "/" + draw;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new Random(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
