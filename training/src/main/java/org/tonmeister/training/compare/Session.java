package org.tonmeister.training.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.tonmeister.audio.analysis.Loudness;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.training.compare.MixPlan.Mix;
import org.tonmeister.training.compare.result.Version.Kind;

/** Renders all versions of a song. */
final class Session {
    private static final String ORIGINAL = "original";
    private static final String UNTOUCHED = "untouched";

    private final Studio studio;
    private final OptionalDouble loudnessLufs;
    private final Consumer<String> progress;

    /** @param loudnessLufs of the mixes; empty: what the models say */
    Session(Studio studio, OptionalDouble loudnessLufs, Consumer<String> progress) {
        this.studio = studio;
        this.loudnessLufs = loudnessLufs;
        this.progress = progress;
    }

    /** Writes the versions' files; the original and the untouched version come first in the list. */
    List<VersionDraft> record(MixPlan plan) throws IOException {
        int all = plan.mixes().size() + 2;
        progress.accept("version 1 of " + all + ": " + ORIGINAL);
        studio.copy(ORIGINAL);
        var drafts = new ArrayList<VersionDraft>();
        double target = Loudness.SILENCE_LUFS;
        for (Mix mix : plan.mixes()) {
            progress.accept("version " + (drafts.size() + 2) + " of " + all + ": " + mix.id());
            MixdownResult result = studio.mix(mix.id(), mix.opinion().parameters(), loudnessLufs);
            drafts.add(new VersionDraft(
                    mix.id(), mix.kind(), studio.name(mix.id()), Optional.of(mix.opinion()), Optional.of(result)));
            if (mix.kind() == Kind.ENSEMBLE && !mix.opinion().withReference()) {
                target = result.after().loudness().integratedLufs();
            }
        }
        progress.accept("version " + all + " of " + all + ": " + UNTOUCHED);
        drafts.add(
                0,
                new VersionDraft(ORIGINAL, Kind.ORIGINAL, studio.name(ORIGINAL), Optional.empty(), Optional.empty()));
        drafts.add(1, untouched(target));
        return drafts;
    }

    /** As loud as the ensemble's mix, so that louder is not taken for better. */
    private VersionDraft untouched(double lufs) throws IOException {
        OptionalDouble target =
                loudnessLufs.isPresent() || lufs <= Loudness.SILENCE_LUFS ? loudnessLufs : OptionalDouble.of(lufs);
        MixdownResult result = studio.mix(UNTOUCHED, Parameters.neutral(), target);
        return new VersionDraft(
                UNTOUCHED, Kind.UNTOUCHED, studio.name(UNTOUCHED), Optional.empty(), Optional.of(result));
    }
}
