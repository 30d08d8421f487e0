package org.tonmeister.audio.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Adds tags to a finished MP4 file as free-form items: an atom {@code ----} with the owner {@code com.apple.iTunes}, a
 * name and a text. iTunes made them up; all common tag editors and players read them. FFmpeg reads them, but writes none.
 */
final class Mp4ItemList {
    private static final String OWNER = "com.apple.iTunes";
    private static final List<String> PATH = List.of("moov", "udta", "meta", "ilst");
    private static final int BOX_HEADER = 8;
    private static final int VERSION_AND_FLAGS = 4;
    private static final int UTF_8 = 1;

    private Mp4ItemList() {}

    /**
     * Appends items to a file that ends with its item list, as FFmpeg writes them.
     *
     * @throws IOException if it does not end so, or cannot be written
     */
    static void append(Path file, SortedMap<String, String> items) throws IOException {
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        items.forEach((name, value) -> added.writeBytes(item(name, value)));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileBytes bytes = new FileBytes(channel);
            for (long box : boxesAtTheEnd(file, bytes)) {
                write(
                        channel,
                        ByteBuffer.allocate(4)
                                .putInt((int) (bytes.size() - box + added.size()))
                                .flip(),
                        box);
            }
            write(channel, ByteBuffer.wrap(added.toByteArray()), bytes.size());
        }
    }

    /** Where the boxes begin that enclose the item list, and itself; each must reach to the end of the file. */
    private static List<Long> boxesAtTheEnd(Path file, FileBytes bytes) throws IOException {
        List<Long> found = new ArrayList<>();
        long at = 0;
        for (String name : PATH) {
            while (at + BOX_HEADER <= bytes.size() && !bytes.fourCc(at + 4).equals(name)) {
                at += size(bytes, at);
            }
            if (at + size(bytes, at) != bytes.size()) {
                throw new IOException("cannot write the tags of " + file + ": it does not end with an item list");
            }
            found.add(at);
            at += BOX_HEADER + (name.equals("meta") ? VERSION_AND_FLAGS : 0);
        }
        return found;
    }

    private static long size(FileBytes bytes, long box) throws IOException {
        long size = bytes.u32Be(box);
        return Math.max(
                BOX_HEADER,
                size == 1
                        ? bytes.read(box + BOX_HEADER, 8, ByteOrder.BIG_ENDIAN).getLong()
                        : size);
    }

    private static byte[] item(String name, String value) {
        byte[] owner = box("mean", concat(new byte[VERSION_AND_FLAGS], text(OWNER)));
        byte[] key = box("name", concat(new byte[VERSION_AND_FLAGS], text(name)));
        byte[] kindAndLocale = ByteBuffer.allocate(8).putInt(UTF_8).putInt(0).array();
        byte[] data = box("data", concat(kindAndLocale, text(value)));
        return box("----", concat(concat(owner, key), data));
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(BOX_HEADER + content.length)
                .putInt(BOX_HEADER + content.length)
                .put(text(name))
                .put(content)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }
}
