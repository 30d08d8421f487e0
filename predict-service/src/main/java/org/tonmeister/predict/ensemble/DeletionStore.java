package org.tonmeister.predict.ensemble;

import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which uploads were deleted: of a track and a partition of {@code uploads}, all up to an offset. What is still on its way
 * through the stages when an upload is deleted must not bring it back.
 */
final class DeletionStore {
    /** Offset and time by track and partition. */
    static final String NAME = "deleted-uploads";

    private static final Pattern UPLOAD_ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    private final KeyValueStore<String, String> marks;

    DeletionStore(ProcessingContext context) {
        this.marks = context.getStateStore(NAME);
    }

    boolean covers(String trackId, String uploadId) {
        Matcher id = UPLOAD_ID.matcher(uploadId);
        if (!id.matches()) {
            return false;
        }
        String mark = marks.get(key(trackId, id.group(1)));
        return mark != null && Long.parseLong(id.group(2)) <= part(mark, 0);
    }

    /** Whether any upload of the track was deleted. */
    boolean knows(String trackId) {
        try (var some = marks.prefixScan(key(trackId, ""), new StringSerializer())) {
            while (some.hasNext()) {
                if (some.next().key.lastIndexOf('|') == trackId.length()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** All uploads of the track up to this id in its partition are deleted. */
    void mark(String trackId, String uploadId, long nowMs) {
        Matcher id = UPLOAD_ID.matcher(uploadId);
        if (!id.matches()) {
            throw new IllegalArgumentException("'" + uploadId + "' is not the id of an upload");
        }
        if (!covers(trackId, uploadId)) {
            marks.put(key(trackId, id.group(1)), id.group(2) + "@" + nowMs);
        }
    }

    /** Forgets what was deleted that long ago. */
    void sweep(long beforeMs) {
        var old = new ArrayList<String>();
        try (var all = marks.all()) {
            all.forEachRemaining(entry -> {
                if (part(entry.value, 1) < beforeMs) {
                    old.add(entry.key);
                }
            });
        }
        old.forEach(marks::delete);
    }

    private static String key(String trackId, String partition) {
        return trackId + "|" + partition;
    }

    private static long part(String mark, int index) {
        return Long.parseLong(mark.split("@", -1)[index]);
    }
}
