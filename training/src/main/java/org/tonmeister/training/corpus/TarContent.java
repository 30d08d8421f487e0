package org.tonmeister.training.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one member of a tar archive. Closing it leaves the archive open. */
final class TarContent extends InputStream {
    private final InputStream archive;
    private long left;

    TarContent(InputStream archive, long size) {
        this.archive = archive;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = archive.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the tar archive is cut short");
        }
        left -= read;
        return read;
    }

    void skipRest() throws IOException {
        archive.skipNBytes(left);
        left = 0;
    }
}
