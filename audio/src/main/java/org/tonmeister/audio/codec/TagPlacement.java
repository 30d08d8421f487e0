package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * Which tags and pictures FFmpeg's muxer writes itself, and what stands in front of or behind its work because it has no
 * place for it.
 *
 * <table>
 * <caption>Where they lie</caption>
 * <tr><th>muxer</th><th>tags</th><th>cover</th></tr>
 * <tr><td>flac</td><td>Vorbis comments</td><td>picture block, from a stream</td></tr>
 * <tr><td>opus</td><td>Vorbis comments</td><td>Vorbis comment</td></tr>
 * <tr><td>mp3</td><td colspan="2">ID3v2.4 in front: FFmpeg's own would keep comments where players do not look</td></tr>
 * <tr><td>wav</td><td colspan="2">the usual tags as INFO, and all of it as ID3v2.4 at the end</td></tr>
 * <tr><td>ipod</td><td>iTunes' atoms, the rest as free-form items at the end</td><td>atom, from a stream</td></tr>
 * </table>
 */
final class TagPlacement {
    private final String muxer;
    /**
     * Sorted, so that the order of the caller's map does not show in the bytes. No two names differ by case only: no
     * container can tell them apart.
     */
    private final SortedMap<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Optional<Cover> cover;

    /** @param muxer FFmpeg's name of the container */
    TagPlacement(String muxer, Map<String, String> tags, Optional<Cover> cover) {
        this.muxer = muxer;
        tags.forEach((name, value) -> {
            this.tags.remove(name);
            this.tags.put(name, value);
        });
        this.cover = cover;
    }

    /** What FFmpeg's muxer gets as metadata. */
    SortedMap<String, String> metadata() {
        SortedMap<String, String> metadata = new TreeMap<>(tags);
        if (muxer.equals("opus")) {
            cover.ifPresent(picture -> metadata.put(FlacPicture.TAG, FlacPicture.base64(picture)));
        }
        return metadata;
    }

    /** The cover, where the muxer takes it as a stream. */
    Optional<Cover> pictureStream() {
        return muxer.equals("flac") || muxer.equals("ipod") ? cover : Optional.empty();
    }

    /** What the file begins with, ahead of the container's own header. */
    byte[] front() {
        return muxer.equals("mp3") ? Id3Tag.of(tags, cover) : new byte[0];
    }

    /**
     * Adds to a finished file what its muxer left out.
     *
     * @param audio as it was encoded
     * @param frames that went into the encoder
     */
    void complete(Path file, AVCodecParameters audio, long frames) throws IOException {
        if (muxer.equals("wav")) {
            WavTags.append(file, tags, cover);
        } else if (muxer.equals("ipod")) {
            SortedMap<String, String> items = Mp4Tags.withoutOwnAtom(tags);
            items.put(Mp4Tags.GAPLESS, Mp4Tags.gapless(audio, frames));
            Mp4ItemList.append(file, items);
        }
    }
}
