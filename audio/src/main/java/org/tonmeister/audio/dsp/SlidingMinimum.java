package org.tonmeister.audio.dsp;

import java.util.Arrays;

/**
 * The minimum over the last {@code window} values, by a monotonic queue (D. Lemire, "Streaming maximum-minimum filter
 * using no more than three comparisons per element", 2006). Values equal to the largest possible one are not queued, so
 * that a stretch of them costs nothing.
 */
final class SlidingMinimum {
    private final int window;
    private final int largest;
    private final int mask;
    private final int[] values;
    private final long[] times;
    private long now;
    private long head;
    private long tail;

    /** @param largest what an empty window gives; no value may be above it */
    SlidingMinimum(int window, int largest) {
        this.window = window;
        this.largest = largest;
        int capacity = Integer.highestOneBit(window) * 2;
        mask = capacity - 1;
        values = new int[capacity];
        times = new long[capacity];
    }

    /** Whether the window holds nothing but the largest value. */
    boolean isEmpty() {
        return head == tail;
    }

    /** Replaces each of the first {@code count} values by the minimum of the window that ends with it. */
    void process(int[] samples, int count) {
        for (int i = 0; i < count; i++) {
            samples[i] = next(samples[i]);
        }
    }

    /** As {@link #process} for {@code count} times the largest value, which need not be there: only minima are written. */
    void processLargest(int[] minima, int count) {
        int done = 0;
        while (done < count) {
            if (isEmpty()) {
                Arrays.fill(minima, done, count, largest);
                now += count - done;
                return;
            }
            // The head leaves when the window no longer reaches back to it.
            int slot = (int) head & mask;
            int until = (int) Math.min(count, done + (times[slot] + window - 1 - now));
            Arrays.fill(minima, done, until, values[slot]);
            now += until - done;
            done = until;
            if (done < count) {
                head++;
            }
        }
    }

    /** Moves on by {@code count} times the largest value. */
    void skip(int count) {
        now += count;
        while (head < tail && times[(int) head & mask] <= now - window) {
            head++;
        }
    }

    private int next(int value) {
        now++;
        if (head < tail && times[(int) head & mask] <= now - window) {
            head++;
        }
        if (value < largest) {
            while (head < tail && values[(int) (tail - 1) & mask] >= value) {
                tail--;
            }
            values[(int) tail & mask] = value;
            times[(int) tail & mask] = now;
            tail++;
        }
        return head < tail ? values[(int) head & mask] : largest;
    }
}
