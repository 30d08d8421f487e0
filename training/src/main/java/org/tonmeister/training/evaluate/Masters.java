package org.tonmeister.training.evaluate;

import java.io.IOException;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusException;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.targets.MasterTrack;

/**
 * The masters behind tracks of a set.
 *
 * @param manifest says which file it is
 * @param cache says where it lies
 */
record Masters(CorpusManifest manifest, CorpusCache cache) {
    /**
     * The master with that md5 sum.
     *
     * @throws CorpusException if the manifest does not have it, or its file is not there or cannot be decoded
     */
    MasterTrack read(String md5) throws CorpusException, IOException {
        CorpusTrack track = manifest.tracks().stream()
                .filter(candidate -> candidate.md5().equals(md5))
                .findFirst()
                .orElseThrow(
                        () -> new CorpusException(
                                "the track " + md5
                                        + " is not one of the corpus, so its sound cannot be judged; leave that out by --sound-tracks 0"));
        if (cache.state(track) != CorpusCache.State.WHOLE) {
            throw new CorpusException(track.label() + " is missing or damaged; this fetches it:"
                    + " tonmeister train corpus fetch --split " + track.split().label());
        }
        try {
            return MasterTrack.read(cache.file(track));
        } catch (AudioFormatException e) {
            throw new CorpusException(track.label() + ": " + e.getMessage());
        }
    }
}
