package org.tonmeister.training.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.tonmeister.training.command.TrainingException;

/** Tracks of the corpus as files on this machine. What is missing is fetched. */
public final class CorpusFiles {
    private final CorpusCache cache;
    private final PrintWriter progress;

    /** @param progress is told of what is fetched */
    public CorpusFiles(CorpusCache cache, PrintWriter progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * The file of each track, in their order.
     *
     * @throws TrainingException if one cannot be had
     */
    public List<Path> of(List<? extends PackagedFile> tracks)
            throws IOException, TrainingException, InterruptedException {
        var source = new AptPackages(cache.root().resolve(".fetching"));
        List<String> faults = new CorpusFetch(cache, source, progress).fetch(tracks);
        if (!faults.isEmpty()) {
            throw new TrainingException(faults.get(0));
        }
        return tracks.stream().map(cache::file).toList();
    }
}
