package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.util.List;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.Master;
import org.tonmeister.training.targets.MasterTrack;

/**
 * The masters behind tracks of a set.
 *
 * @param all those there are
 * @param manifest md5 sum of the corpus manifest
 */
record Masters(List<Master> all, String manifest) {
    /**
     * The master with that md5 sum.
     *
     * @throws TrainingException if there is none, or its file is not there or cannot be decoded
     */
    MasterTrack read(String md5) throws TrainingException, IOException, InterruptedException {
        Master master = all.stream()
                .filter(candidate -> candidate.md5().equals(md5))
                .findFirst()
                .orElseThrow(() -> new TrainingException("the track " + md5 + " is not one of the corpus, so its sound"
                        + " cannot be judged; name its --manifest or --musdb, or leave that out by --sound-tracks 0"));
        return MasterTrack.read(master);
    }
}
