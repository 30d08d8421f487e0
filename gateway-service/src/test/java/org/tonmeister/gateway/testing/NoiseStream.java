package org.tonmeister.gateway.testing;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** A file that is larger than memory: made while it is read, the same each time, with its SHA-256. */
public final class NoiseStream extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final Random random = new Random(1);
    private final MessageDigest digest = sha256();
    private final byte[] block = new byte[BLOCK];
    private int next = BLOCK;
    private long left;

    /** @param bytes how long it is */
    public NoiseStream(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        if (next == BLOCK) {
            random.nextBytes(block);
            next = 0;
        }
        int count = (int) Math.min(Math.min(length, BLOCK - next), left);
        System.arraycopy(block, next, target, offset, count);
        digest.update(block, next, count);
        next += count;
        left -= count;
        return count;
    }

    /** Of all that was read. */
    public byte[] digest() {
        return digest.digest();
    }

    /** A digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
