package org.tonmeister.operations.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The newest letters of each partition. Thread-safe. */
final class DeadLetterList {
    /** Of each partition; one takes about 1 KiB. */
    static final int MAX_PER_PARTITION = 500;

    private final Map<Integer, TreeMap<Long, DeadLetter>> byPartition = new TreeMap<>();
    private boolean cut;

    synchronized void add(int partition, long offset, DeadLetter letter) {
        var letters = byPartition.computeIfAbsent(partition, key -> new TreeMap<>());
        letters.put(offset, letter);
        if (letters.size() > MAX_PER_PARTITION) {
            letters.pollFirstEntry();
            cut = true;
        }
    }

    /** Marks a letter, if it is still listed. */
    synchronized void redriven(String id, Instant at) {
        LetterPlace.parse(id).ifPresent(place -> {
            var letters = byPartition.get(place.partition());
            if (letters != null) {
                letters.computeIfPresent(place.offset(), (offset, letter) -> letter.redriven(at));
            }
        });
    }

    synchronized Optional<DeadLetter> find(String id) {
        return LetterPlace.parse(id).flatMap(place -> Optional.ofNullable(byPartition.get(place.partition()))
                .map(letters -> letters.get(place.offset())));
    }

    synchronized List<DeadLetter> all() {
        return byPartition.values().stream()
                .flatMap(letters -> letters.values().stream())
                .toList();
    }

    /** Whether letters have fallen out of the list. */
    synchronized boolean isCut() {
        return cut;
    }

    synchronized void clear() {
        byPartition.clear();
        cut = false;
    }
}
