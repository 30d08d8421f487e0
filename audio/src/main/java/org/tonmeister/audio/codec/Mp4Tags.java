package org.tonmeister.audio.codec;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** Which tags an MP4 file needs free-form items for, and the one that tells its length to the frame. */
final class Mp4Tags {
    /** How many frames to leave out at both ends, for players that do not follow edit lists. */
    static final String GAPLESS = "iTunSMPB";

    /** What FFmpeg's writer has an atom for. */
    private static final Set<String> OWN_ATOM = Set.of(
            "title",
            "artist",
            "album_artist",
            "composer",
            "album",
            "date",
            "comment",
            "genre",
            "copyright",
            "grouping",
            "lyrics",
            "description",
            "synopsis",
            "show",
            "episode_id",
            "network",
            "keywords",
            "episode_sort",
            "season_number",
            "media_type",
            "hd_video",
            "gapless_playback",
            "compilation",
            "track",
            "disc");

    private Mp4Tags() {}

    /** Those of the tags that FFmpeg drops, names in upper case as tag editors write them. */
    static SortedMap<String, String> withoutOwnAtom(Map<String, String> tags) {
        SortedMap<String, String> others = new TreeMap<>();
        tags.forEach((name, value) -> {
            if (!OWN_ATOM.contains(name.toLowerCase(Locale.ROOT))) {
                others.put(name.toUpperCase(Locale.ROOT), value);
            }
        });
        return others;
    }

    /** The value of {@link #GAPLESS}: encoder delay, padding at the end, frames between them. */
    static String gapless(AVCodecParameters stream, long frames) {
        int delay = stream.initial_padding();
        long padding = Math.floorMod(-(delay + frames), (long) stream.frame_size());
        return String.format(Locale.ROOT, " 00000000 %08X %08X %016X", delay, padding, frames) + " 00000000".repeat(8);
    }
}
