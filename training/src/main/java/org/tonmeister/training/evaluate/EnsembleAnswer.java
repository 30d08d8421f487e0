package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.training.targets.Example;

/**
 * What the members say together: at the level of the track the blend of their means, as predict-service makes it; at
 * that of windows the blend of what they say of each.
 *
 * @param weights of the members
 * @param members names of predictors
 * @param use how they were asked; a member that reads no reference is judged on the same windows without one
 */
record EnsembleAnswer(EnsembleWeights weights, List<String> members, Use use) implements Row.Answer {
    @Override
    public List<Estimate> of(Example example, Map<String, TrackEstimates> said) {
        Map<String, List<Estimate>> byMember = estimates(members, use, example, said);
        List<Estimate> first = byMember.get(members.get(0));
        var blended = new ArrayList<Estimate>();
        for (int i = 0; i < first.size(); i++) {
            int window = i;
            var answers = new LinkedHashMap<String, Parameters>();
            byMember.forEach(
                    (member, list) -> answers.put(member, list.get(window).parameters()));
            blended.add(new Estimate(weights.blend(answers), first.get(i).weight()));
        }
        return blended;
    }

    @Override
    public Parameters track(Example example, Map<String, TrackEstimates> said) {
        return weights.blend(means(members, use, example, said));
    }

    /** What each member says of the track. */
    static Map<String, Parameters> means(
            List<String> members, Use use, Example example, Map<String, TrackEstimates> said) {
        var means = new LinkedHashMap<String, Parameters>();
        estimates(members, use, example, said).forEach((member, list) -> means.put(member, TrackMean.of(list)));
        return means;
    }

    /** Of as many windows from the start as all members have judged. */
    private static Map<String, List<Estimate>> estimates(
            List<String> members, Use use, Example example, Map<String, TrackEstimates> said) {
        var estimates = new LinkedHashMap<String, List<Estimate>>();
        members.forEach(member -> estimates.put(member, said.get(member).of(example.id(), use)));
        int windows = estimates.values().stream().mapToInt(List::size).min().orElseThrow();
        estimates.replaceAll((member, list) -> list.subList(0, windows));
        return estimates;
    }
}
