package org.tonmeister.gateway.download;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Media types of originals. */
final class SoundTypes {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("flac", "audio/flac"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "audio/mp4"),
            Map.entry("aac", "audio/aac"),
            Map.entry("aif", "audio/aiff"),
            Map.entry("aiff", "audio/aiff"),
            Map.entry("wma", "audio/x-ms-wma"));

    private SoundTypes() {}

    /**
     * The type to serve a file as: what the uploader said, if that is sound; by the name's ending otherwise. Never a type
     * that a browser would run or show: anybody may have written it to the topic.
     */
    static String of(Optional<String> said, String fileName) {
        return said.map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.matches("(audio|video)/[a-z0-9.+-]{1,64}|application/ogg"))
                .orElseGet(() -> BY_ENDING.getOrDefault(ending(fileName), UNKNOWN));
    }

    private static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
