package org.tonmeister.training.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Writes tar archives as dpkg-deb (GNU) and others (ustar, pax) do. */
final class TestTar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TestTar file(String name, byte[] content) {
        return member(name, '0', content);
    }

    TestTar folder(String name) {
        return member(name, '5', new byte[0]);
    }

    TestTar gnuLongName(String name, byte[] content) {
        member("././@LongLink", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8));
        return member(name.substring(0, 100), '0', content);
    }

    TestTar paxName(String name, byte[] content) {
        String record = " path=" + name + "\n";
        int length = record.length() + 3;
        member("PaxHeaders/0", 'x', (length + record).getBytes(StandardCharsets.UTF_8));
        return member("short", '0', content);
    }

    TestTar ustarPrefix(String prefix, String name, byte[] content) {
        byte[] header = header(name, '0', content.length);
        put(header, 257, "ustar\00000");
        put(header, 345, prefix);
        write(seal(header), content);
        return this;
    }

    byte[] bytes() {
        byte[] members = out.toByteArray();
        return Arrays.copyOf(members, members.length + 2 * BLOCK);
    }

    private TestTar member(String name, char type, byte[] content) {
        write(seal(header(name, type, content.length)), content);
        return this;
    }

    private static byte[] header(String name, char type, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        header[156] = (byte) type;
        put(header, 257, "ustar  ");
        return header;
    }

    private static byte[] seal(byte[] header) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    private void write(byte[] header, byte[] content) {
        out.writeBytes(header);
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
