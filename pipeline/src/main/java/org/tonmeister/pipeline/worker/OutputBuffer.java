package org.tonmeister.pipeline.worker;

import java.util.ArrayList;
import java.util.List;

/** What a record's work has sent and not yet committed. */
final class OutputBuffer {
    /** More than any sensible slice: a handler that sends on and on ends here, not in an OutOfMemoryError. */
    static final long MAX_BYTES = 64L << 20;

    private final List<Output> outputs = new ArrayList<>();
    private long bytes;

    void add(Output output) {
        long size = output.bytes();
        if (!outputs.isEmpty() && bytes + size > MAX_BYTES) {
            throw new IllegalStateException("More than " + (MAX_BYTES >> 20)
                    + " MiB sent without commitSlice(): the handler must cut its work");
        }
        outputs.add(output);
        bytes += size;
    }

    long bytes() {
        return bytes;
    }

    /** Everything so far; the buffer is empty afterwards. */
    List<Output> take() {
        var taken = List.copyOf(outputs);
        outputs.clear();
        bytes = 0;
        return taken;
    }
}
