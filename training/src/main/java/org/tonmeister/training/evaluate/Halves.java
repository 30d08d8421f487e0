package org.tonmeister.training.evaluate;

import java.util.List;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * A track cut in two: windows before a certain one are judged, clean windows from there on are their reference.
 *
 * @param reference clean windows of the second half; empty if the track has one window only
 * @param firstOfSecond index in the track of the first window of the second half
 */
record Halves(List<SpectrogramWindow> reference, int firstOfSecond) {
    /** @param clean windows of the clean track, in time order */
    static Halves of(List<SpectrogramWindow> clean) {
        int middle = clean.size() / 2;
        return middle == 0
                ? new Halves(List.of(), Integer.MAX_VALUE)
                : new Halves(
                        clean.subList(middle, clean.size()), clean.get(middle).getWindow());
    }

    /** Those of an example's windows that lie in the first half. */
    List<SpectrogramWindow> firstHalf(List<SpectrogramWindow> windows) {
        return windows.stream()
                .filter(window -> window.getWindow() < firstOfSecond)
                .toList();
    }
}
