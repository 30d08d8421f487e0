package org.tonmeister.gateway.testing;

import java.util.Random;

/** Bytes that differ everywhere, and are the same each time. */
public final class Noise {
    private Noise() {}

    /** So many of them. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
