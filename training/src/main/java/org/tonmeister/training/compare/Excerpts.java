package org.tonmeister.training.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.audio.mixdown.Track;

/**
 * Where a song is listened to closely: {@value #COUNT} stretches of {@value #SECONDS} s, evenly over its length, or all of
 * a song that is not longer than that. All versions of a song are heard at the same places.
 *
 * @param starts first frames, in order
 * @param frames length of each
 */
record Excerpts(List<Long> starts, int frames) {
    private static final int COUNT = 4;
    private static final int SECONDS = 5;

    /** The places in a track of so many frames. */
    static Excerpts of(long trackFrames, int sampleRate) {
        int frames = SECONDS * sampleRate;
        if (trackFrames <= (long) COUNT * frames) {
            return new Excerpts(List.of(0L), (int) trackFrames);
        }
        var starts = new ArrayList<Long>();
        for (int i = 0; i < COUNT; i++) {
            starts.add((2 * i + 1) * trackFrames / (2 * COUNT) - frames / 2);
        }
        return new Excerpts(starts, frames);
    }

    /** The excerpts of a track, {@code [2][frames]} each; what a track lacks at its end is silent. */
    List<float[][]> cut(Track track) throws IOException {
        List<float[][]> excerpts =
                starts.stream().map(start -> new float[2][frames]).toList();
        long[] position = {0};
        track.read((block, count) -> {
            for (int i = 0; i < excerpts.size(); i++) {
                copy(block, count, position[0], starts.get(i), excerpts.get(i));
            }
            position[0] += count;
        });
        return excerpts;
    }

    private void copy(float[][] block, int count, long position, long start, float[][] excerpt) {
        long from = Math.max(position, start);
        long to = Math.min(position + count, start + frames);
        if (from < to) {
            for (int c = 0; c < excerpt.length; c++) {
                System.arraycopy(
                        block[c], (int) (from - position), excerpt[c], (int) (from - start), (int) (to - from));
            }
        }
    }
}
