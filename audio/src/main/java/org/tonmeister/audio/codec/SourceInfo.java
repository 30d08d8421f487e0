package org.tonmeister.audio.codec;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What an audio file is.
 *
 * @param container short name of the container: {@code wav}, {@code mp3}, {@code mp4}, {@code ogg} …
 * @param codec FFmpeg's name of the codec: {@code pcm_s24le}, {@code mp3}, {@code vorbis} …
 * @param sampleRate Hz, 8,000 to 192,000; what the reader delivers
 * @param channels channels of the source; the reader always delivers two
 * @param channelLayout FFmpeg's name of the source's layout: {@code mono}, {@code stereo}, {@code 5.1} …
 * @param bitsPerSample significant bits of a source sample; nominally 16 for lossy codecs
 * @param encoding the smallest encoding that holds what the reader delivers without loss: S16 for integer sources of up
 *     to 16 bits, S24 for 17 to 24 bits, F32 for everything else (float, 32-bit integer, lossy codecs, every down-mix)
 * @param lossy whether the codec loses information
 * @param declaredFrames how many frames the container says it holds; empty if it says nothing. A hint for progress, not
 *     what will be delivered to the frame
 * @param tags what describes the work (title, artist, album, date …), names in lower case and
 *     in alphabetical order; technical tags are left out
 * @param cover the attached picture
 */
public record SourceInfo(
        String container,
        String codec,
        int sampleRate,
        int channels,
        String channelLayout,
        int bitsPerSample,
        PcmEncoding encoding,
        boolean lossy,
        OptionalLong declaredFrames,
        Map<String, String> tags,
        Optional<Cover> cover) {
    public SourceInfo {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
