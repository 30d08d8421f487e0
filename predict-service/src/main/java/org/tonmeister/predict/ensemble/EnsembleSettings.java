package org.tonmeister.predict.ensemble;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tonmeister.schemas.TopicCatalogue;

/**
 * What the ensemble needs to know.
 *
 * @param models names of the enabled models, in the order of their parts in an order; at least one
 * @param weights how much each counts
 * @param deadline how long a finished model's answer waits for the others before the order goes out without them; empty:
 *     for ever
 * @param retention how long an upload is remembered after the last thing that happened to it: so long can it be remixed
 * @param catalogue the topics
 */
public record EnsembleSettings(
        List<String> models,
        EnsembleWeights weights,
        Optional<Duration> deadline,
        Duration retention,
        TopicCatalogue catalogue) {
    /** Where nothing else is set: as long as the predictions themselves are kept. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

    /** Checks and copies. */
    public EnsembleSettings {
        models = List.copyOf(models);
        if (models.isEmpty() || new HashSet<>(models).size() != models.size()) {
            throw new IllegalArgumentException("the ensemble needs one or more models, each once, not " + models);
        }
        for (String reserved : List.of(Variants.ENSEMBLE, Variants.ALL)) {
            if (models.contains(reserved)) {
                throw new IllegalArgumentException("a model cannot be called '" + reserved + "'");
            }
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("the retention must be longer than 0, not " + retention);
        }
        if (deadline.filter(d -> d.isNegative() || d.isZero()).isPresent()) {
            throw new IllegalArgumentException("the deadline must be longer than 0, not " + deadline.get());
        }
    }
}
