package org.tonmeister.training.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tonmeister.training.command.TrainingException;

/**
 * A finished record, of the corpus or of MUSDB18.
 *
 * @param split TRAIN, VAL or TEST: what its examples are for
 * @param label {@code package/path}, or that of the mixture
 * @param md5 tells it from all others
 * @param sound its file
 */
public record Master(Split split, String label, String md5, Sound sound) {
    /** A track of the corpus; its file is compared with the manifest before it is given. */
    public static Master of(CorpusTrack track, CorpusCache cache) {
        return new Master(track.split(), track.label(), track.md5(), () -> {
            switch (cache.state(track)) {
                case WHOLE -> {}
                case MISSING -> throw fetch(track, "is missing");
                case DAMAGED -> throw fetch(track, "is not the file of the manifest");
            }
            return cache.file(track);
        });
    }

    /** A song's mixture; it is copied into the cache when it is asked for. */
    public static Master of(MusdbTrack track, CorpusCache cache) {
        return new Master(
                track.split(),
                track.label(MusdbStem.MIXTURE),
                track.md5(MusdbStem.MIXTURE),
                () -> track.extract(MusdbStem.MIXTURE, cache));
    }

    /** Those of some splits, in the order of the manifest, then the songs'. */
    public static List<Master> of(
            Collection<Split> splits, CorpusManifest manifest, List<MusdbTrack> songs, CorpusCache cache) {
        var masters = new ArrayList<Master>();
        manifest.tracks(splits).forEach(track -> masters.add(of(track, cache)));
        songs.stream().filter(song -> splits.contains(song.split())).forEach(song -> masters.add(of(song, cache)));
        return masters;
    }

    private static TrainingException fetch(CorpusTrack track, String fault) {
        return new TrainingException(
                track.label() + " " + fault + "; this fetches it: tonmeister train corpus fetch --split "
                        + track.split().label());
    }
}
