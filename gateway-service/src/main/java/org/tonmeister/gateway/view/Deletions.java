package org.tonmeister.gateway.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What was deleted of a track. A mark stands for all uploads of the track up to its place in its partition. The record
 * that deletes lies in the partition of the key; an upload that its producer put elsewhere is marked by itself, if it is
 * known by then.
 */
final class Deletions {
    private Deletions() {}

    /** Whether an upload has been deleted. */
    static boolean cover(List<String> marks, String uploadId) {
        return UploadPlace.parse(uploadId)
                .map(place -> marks.stream()
                        .flatMap(mark -> UploadPlace.parse(mark).stream())
                        .anyMatch(place::isUpTo))
                .orElse(false);
    }

    /** The marks with one more, and without those that it stands for. */
    static List<String> with(List<String> marks, String uploadId) {
        if (cover(marks, uploadId)) {
            return marks;
        }
        var all = new ArrayList<>(marks);
        all.removeIf(mark -> cover(List.of(uploadId), mark));
        all.add(uploadId);
        return List.copyOf(all);
    }
}
