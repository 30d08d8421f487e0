package org.tonmeister.training.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.ensemble.Steps;
import org.tonmeister.training.compare.result.Version.Kind;

/**
 * The mixes that are to be made, in their order: by each model, by the ensemble, then the same with the reference.
 *
 * @param mixes not empty
 */
record MixPlan(List<Mix> mixes) {
    private static final String ENSEMBLE = "ensemble";
    private static final String WITH_REFERENCE = "-with-reference";

    /**
     * A mix.
     *
     * @param id of the version
     * @param kind model or ensemble
     * @param opinion who wants it, and how
     */
    record Mix(String id, Kind kind, Opinion opinion) {}

    /** The plan for what the models said. */
    static MixPlan of(List<Opinion> opinions, EnsembleWeights weights) {
        var mixes = new ArrayList<Mix>();
        List<Opinion> blind =
                opinions.stream().filter(opinion -> !opinion.withReference()).toList();
        blind.forEach(opinion -> mixes.add(alone(opinion, weights)));
        mixes.add(mix(Kind.ENSEMBLE, together(blind, weights, false)));
        List<Opinion> referred =
                opinions.stream().filter(Opinion::withReference).toList();
        if (!referred.isEmpty()) {
            referred.forEach(opinion -> mixes.add(alone(opinion, weights)));
            // Who heard the reference speaks for itself, the analyser as before: later ones replace earlier ones.
            mixes.add(mix(Kind.ENSEMBLE, together(opinions, weights, true)));
        }
        return new MixPlan(mixes);
    }

    private static Mix alone(Opinion opinion, EnsembleWeights weights) {
        return mix(
                Kind.MODEL,
                new Opinion(
                        opinion.model(),
                        opinion.version(),
                        opinion.withReference(),
                        weights.alone(opinion.model(), opinion.parameters())));
    }

    private static Opinion together(List<Opinion> opinions, EnsembleWeights weights, boolean withReference) {
        var answers = new LinkedHashMap<String, Parameters>();
        opinions.forEach(opinion -> answers.put(opinion.model(), opinion.parameters()));
        return new Opinion(ENSEMBLE, weights.version(), withReference, weights.blend(answers));
    }

    private static Mix mix(Kind kind, Opinion opinion) {
        String id = opinion.withReference() ? opinion.model() + WITH_REFERENCE : opinion.model();
        var settled = new Opinion(
                opinion.model(), opinion.version(), opinion.withReference(), Steps.settled(opinion.parameters()));
        return new Mix(id, kind, settled);
    }
}
