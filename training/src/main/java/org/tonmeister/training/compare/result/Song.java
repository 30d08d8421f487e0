package org.tonmeister.training.compare.result;

import java.util.List;
import java.util.Map;

/**
 * What was mixed.
 *
 * @param name of the file
 * @param container short name of the container
 * @param codec name of the codec
 * @param sampleRate Hz
 * @param channels of the source
 * @param bitsPerSample significant bits; 0 for lossy codecs, which have none
 * @param seconds length
 * @param windows that the models heard
 * @param tags of the file
 * @param notes what the decoder had to say, each in one line
 */
public record Song(
        String name,
        String container,
        String codec,
        int sampleRate,
        int channels,
        int bitsPerSample,
        double seconds,
        int windows,
        Map<String, String> tags,
        List<String> notes) {
    /** The title of the tags, or the name of the file. */
    public String heading() {
        String title = tags.getOrDefault("title", "").strip();
        return title.isEmpty() ? name : title;
    }
}
