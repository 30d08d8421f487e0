package org.tonmeister.training.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a tar archive from a stream, one member after another: the POSIX ustar format with GNU's long names, which is
 * what {@code dpkg-deb --fsys-tarfile} writes, and the names of pax headers.
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;
    private static final int GNU_LONG_NAME = 'L';
    private static final int GNU_LONG_LINK = 'K';
    private static final int PAX = 'x';
    private static final int PAX_GLOBAL = 'g';

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private String name = "";
    private int type;
    private TarContent content = new TarContent(InputStream.nullInputStream(), 0);
    private long padding;

    /** @param in is not closed */
    TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * Moves on to the next member.
     *
     * @return whether there is one
     * @throws IOException if the archive cannot be read, is cut short, or is none
     */
    boolean next() throws IOException {
        String longName = null;
        while (nextHeader()) {
            switch (type) {
                case GNU_LONG_NAME -> longName = trimmed(text());
                case PAX -> longName = paxPath(text(), longName);
                case GNU_LONG_LINK, PAX_GLOBAL -> {
                    // Nothing that is needed here; the next header skips it.
                }
                default -> {
                    name = withoutDot(longName == null ? nameInHeader() : longName);
                    return true;
                }
            }
        }
        return false;
    }

    /** The member's path, without a leading {@code ./}. */
    String name() {
        return name;
    }

    /** Whether the member is a file, and not a folder, a link or a device. */
    boolean isFile() {
        return type == '0' || type == 0;
    }

    /** The member's bytes, as far as they have not been read; valid until the next call of {@link #next}. */
    InputStream content() {
        return content;
    }

    private boolean nextHeader() throws IOException {
        content.skipRest();
        in.skipNBytes(padding);
        int read = in.readNBytes(header, 0, BLOCK);
        if (read == 0 || isEnd()) {
            return false;
        }
        if (read < BLOCK) {
            throw new EOFException("the tar archive is cut short");
        }
        if (octal(148, 8) != checksum()) {
            throw new IOException("not a tar archive, or a damaged one");
        }
        type = header[156];
        long size = octal(124, 12);
        padding = (BLOCK - size % BLOCK) % BLOCK;
        content = new TarContent(in, size);
        return true;
    }

    private boolean isEnd() {
        return header[0] == 0 && header[124] == 0;
    }

    private int checksum() {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean inSumItself = i >= 148 && i < 156;
            sum += inSumItself ? ' ' : header[i] & 0xFF;
        }
        return sum;
    }

    private long octal(int offset, int length) throws IOException {
        String digits = field(offset, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("not a tar archive, or a damaged one", e);
        }
    }

    /** GNU tar uses the bytes of ustar's name prefix for other things. */
    private String nameInHeader() {
        String prefix = field(257, 8).equals("ustar") ? field(345, 155) : "";
        return (prefix.isEmpty() ? "" : prefix + "/") + field(0, 100);
    }

    private String field(int offset, int length) {
        return trimmed(new String(header, offset, length, StandardCharsets.UTF_8));
    }

    private String text() throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_NAME);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Records of {@code "<length> <key>=<value>\n"} (POSIX.1-2001, pax extended header). */
    private static String paxPath(String records, String before) {
        return records.lines()
                .map(record -> record.substring(record.indexOf(' ') + 1))
                .filter(record -> record.startsWith("path="))
                .map(record -> record.substring("path=".length()))
                .findFirst()
                .orElse(before);
    }

    private static String trimmed(String text) {
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    private static String withoutDot(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }
}
