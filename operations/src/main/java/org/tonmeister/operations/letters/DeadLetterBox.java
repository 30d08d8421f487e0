package org.tonmeister.operations.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** The newest dead letters, read from the log by a thread of its own as they come; their values are never kept. */
public final class DeadLetterBox implements DeadLetters, AutoCloseable {
    private static final Comparator<DeadLetter> NEWEST_FIRST =
            Comparator.comparing(DeadLetter::at).reversed().thenComparing(DeadLetter::id);

    private final DeadLetterList list = new DeadLetterList();
    private final DeadLetterReader reader;
    private final Redriver redriver;

    /** @param settings how to reach Kafka */
    public DeadLetterBox(PipelineSettings settings) {
        reader = new DeadLetterReader(settings, list);
        redriver = new Redriver(settings);
    }

    /** Begins to read. */
    public void start() {
        reader.start();
    }

    /** How many of those listed were not redriven. */
    public long open() {
        return list.all().stream()
                .filter(letter -> letter.redrivenAt().isEmpty())
                .count();
    }

    @Override
    public DeadLetterPage page(Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1–" + MAX_LIMIT + ", not " + limit);
        }
        List<DeadLetter> all = new ArrayList<>(list.all());
        all.sort(NEWEST_FIRST);
        int from = cursor.map(id -> behind(all, id)).orElse(0);
        int to = Math.min(all.size(), from + limit);
        Optional<String> next =
                to < all.size() ? Optional.of(LetterCursor.of(all.get(to - 1)).toString()) : Optional.empty();
        return new DeadLetterPage(all.subList(from, to), next, all.size(), reader.isComplete());
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return list.find(id);
    }

    @Override
    public DeadLetter redrive(String id) throws RedriveRefusedException {
        var letter = find(id).orElseThrow(() -> new RedriveRefusedException(
                RedriveRefusedException.Why.UNKNOWN, "There is no dead letter '" + id + "' in the list"));
        if (letter.redrivenAt().isPresent()) {
            throw new RedriveRefusedException(
                    RedriveRefusedException.Why.ALREADY_REDRIVEN,
                    "Dead letter " + id + " was redriven at "
                            + letter.redrivenAt().get() + "; if it died again, there is a newer one");
        }
        var at = redriver.redrive(letter);
        list.redriven(id, at);
        return list.find(id).orElse(letter);
    }

    @Override
    public void close() {
        reader.close();
    }

    /** The letter of the cursor may have fallen out of the list: what counts is its place. */
    private static int behind(List<DeadLetter> sorted, String cursor) {
        var last = LetterCursor.parse(cursor);
        int from = 0;
        while (from < sorted.size() && last.compareTo(LetterCursor.of(sorted.get(from))) >= 0) {
            from++;
        }
        return from;
    }
}
