package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** Reads tags: those that describe the work, not those that describe the file it came in. */
final class TagMap {
    static final int MAX_TAGS = 100;
    static final int MAX_LENGTH = 16_384;

    /** True of the source file only, wrong or pointless on the mix. Gains and gapless data would even do harm. */
    private static final Set<String> TECHNICAL = Set.of(
            "encoder",
            "encoded_by",
            "encoded by",
            "encoder_options",
            "encoding",
            "encodersettings",
            "major_brand",
            "minor_version",
            "compatible_brands",
            "creation_time",
            "handler_name",
            "vendor_id",
            "language",
            "duration",
            "itunsmpb",
            "itunnorm",
            "itunpgap",
            "accurip",
            "tsse",
            "tlen",
            "tenc",
            "waveformatextensible_channel_mask",
            "metadata_block_picture",
            "coverart",
            "number_of_frames",
            "number_of_bytes");

    private static final List<String> TECHNICAL_PREFIXES =
            List.of("replaygain_", "r128_", "mp3gain_", "itun_", "_statistics_", "id3v2_priv");

    private TagMap() {}

    /** The tags of container and stream, the container's first; names in lower case. */
    static SortedMap<String, String> read(AVDictionary container, AVDictionary stream, List<String> notes) {
        SortedMap<String, String> tags = new TreeMap<>();
        boolean dropped = false;
        for (AVDictionary dictionary : new AVDictionary[] {container, stream}) {
            AVDictionaryEntry entry = av_dict_iterate(dictionary, null);
            while (entry != null) {
                String name = NativeText.of(entry.key()).strip().toLowerCase(Locale.ROOT);
                String value = NativeText.of(entry.value()).strip();
                if (!name.isEmpty() && !value.isEmpty() && !isTechnical(name)) {
                    boolean fits = value.length() <= MAX_LENGTH && tags.size() < MAX_TAGS;
                    dropped |= !fits;
                    if (fits) {
                        tags.putIfAbsent(name, value);
                    }
                }
                entry = av_dict_iterate(dictionary, entry);
            }
        }
        if (dropped) {
            notes.add("tags beyond " + MAX_TAGS + " or longer than " + MAX_LENGTH + " characters were dropped");
        }
        return tags;
    }

    private static boolean isTechnical(String name) {
        return TECHNICAL.contains(name) || TECHNICAL_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
