package org.tonmeister.audio.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** An ID3v2.4 tag (id3.org, "ID3 tag version 2.4.0"): texts in UTF-8, unknown names as TXXX, the cover as APIC. */
final class Id3Tag {
    /** FFmpeg's generic names, as its own MP3 writer maps them. */
    private static final Map<String, String> FRAMES = Map.ofEntries(
            Map.entry("title", "TIT2"),
            Map.entry("artist", "TPE1"),
            Map.entry("album", "TALB"),
            Map.entry("album_artist", "TPE2"),
            Map.entry("performer", "TPE3"),
            Map.entry("composer", "TCOM"),
            Map.entry("genre", "TCON"),
            Map.entry("copyright", "TCOP"),
            Map.entry("date", "TDRC"),
            Map.entry("track", "TRCK"),
            Map.entry("disc", "TPOS"),
            Map.entry("publisher", "TPUB"));

    private static final byte UTF_8 = 3;
    private static final byte FRONT_COVER = 3;
    private static final int HEADER = 10;
    /** ISO 639-2's code for an unknown language. */
    private static final String LANGUAGE = "und";

    private Id3Tag() {}

    /** The whole tag with its header; nothing if there is nothing to say. */
    static byte[] of(SortedMap<String, String> tags, Optional<Cover> cover) {
        if (tags.isEmpty() && cover.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        tags.forEach((name, value) -> frames.writeBytes(textFrame(name, value)));
        cover.ifPresent(picture -> frames.writeBytes(pictureFrame(picture)));
        return ByteBuffer.allocate(HEADER + frames.size())
                .put(ascii("ID3"))
                .put(new byte[] {4, 0, 0})
                .putInt(syncSafe(frames.size()))
                .put(frames.toByteArray())
                .array();
    }

    private static byte[] textFrame(String name, String value) {
        String known = name.toLowerCase(Locale.ROOT);
        byte[] text = value.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        if (known.equals("comment")) {
            byte[] prefix = ascii(LANGUAGE + '\0');
            return frame("COMM", prefix, text);
        }
        if (FRAMES.containsKey(known)) {
            return frame(FRAMES.get(known), new byte[0], text);
        }
        return frame("TXXX", (name.replace('\0', ' ') + '\0').getBytes(StandardCharsets.UTF_8), text);
    }

    private static byte[] pictureFrame(Cover cover) {
        byte[] type = ascii(cover.mediaType() + '\0');
        // No description: just its closing zero.
        byte[] prefix = ByteBuffer.allocate(type.length + 2)
                .put(type)
                .put(FRONT_COVER)
                .put((byte) 0)
                .array();
        return frame("APIC", prefix, cover.bytes());
    }

    private static byte[] frame(String id, byte[] prefix, byte[] content) {
        int size = 1 + prefix.length + content.length;
        return ByteBuffer.allocate(HEADER + size)
                .put(ascii(id))
                .putInt(syncSafe(size))
                .putShort((short) 0)
                .put(UTF_8)
                .put(prefix)
                .put(content)
                .array();
    }

    /** 28 bits in four bytes whose highest bit is clear (section 6.2). */
    private static int syncSafe(int size) {
        return (size & 0x7F) | (size & 0x3F80) << 1 | (size & 0x1F_C000) << 2 | (size & 0xFE0_0000) << 3;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
