package org.tonmeister.training.sends;

import java.util.List;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.MusdbStem;
import org.tonmeister.training.corpus.MusdbTrack;
import org.tonmeister.training.corpus.Split;

/**
 * Stems of recorded songs as dry tracks. They are drier than a mix, but not dry: what their engineers left in them is
 * heard by a model as dry.
 */
final class StemSources {
    /** The song of the multitrack training package by which models are chosen: the last of four by name. */
    private static final String VALIDATION_SONG = "/mutilated_mime/";

    private final CorpusCache cache;
    private final SendRecipe recipe;

    StemSources(CorpusCache cache, SendRecipe recipe) {
        this.cache = cache;
        this.recipe = recipe;
    }

    /** @param track of one of the multitrack splits */
    DrySource of(CorpusTrack track) {
        Split split = split(track);
        return new DrySource(
                split, "stems", track.label(), track.md5(), recipe.stemExamples(split), () -> cache.file(track));
    }

    static Split split(CorpusTrack track) {
        if (track.split() == Split.MULTI_TEST) {
            return Split.TEST;
        }
        return track.path().contains(VALIDATION_SONG) ? Split.VAL : Split.TRAIN;
    }

    /** The stems of a song of MUSDB18, without its mixture. */
    List<DrySource> of(MusdbTrack track) {
        return MusdbStem.parts().stream()
                .map(stem -> new DrySource(
                        track.split(),
                        "musdb",
                        track.label(stem),
                        track.md5(stem),
                        recipe.musdbExamples(track.split()),
                        () -> track.extract(stem, cache)))
                .toList();
    }
}
