package org.tonmeister.benchmarks.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CacheOption;
import org.tonmeister.training.corpus.CorpusFiles;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.Split;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tracks of the corpus' test split, spread evenly over it; a mixin for commands. */
public final class TestTracks {
    @Option(names = "--tracks", paramLabel = "N", description = "how many tracks (default: ${DEFAULT-VALUE})")
    private int count = 20;

    @Mixin
    private CacheOption cache = new CacheOption();

    /**
     * The tracks' files by their labels, in the manifest's order; fetched if need be.
     *
     * @throws IOException if one cannot be had; the message is for the user
     */
    public Map<String, Path> files(PrintWriter progress) throws IOException, InterruptedException {
        List<CorpusTrack> all = CorpusManifest.bundled().tracks(Set.of(Split.TEST));
        if (count < 1 || count > all.size()) {
            throw new IOException("--tracks is " + count + ": the test split has 1 to " + all.size());
        }
        List<CorpusTrack> chosen = spread(all, count);
        try {
            List<Path> files = new CorpusFiles(cache.cache(), progress).of(chosen);
            var byLabel = new LinkedHashMap<String, Path>();
            for (int i = 0; i < chosen.size(); i++) {
                byLabel.put(chosen.get(i).label(), files.get(i));
            }
            return byLabel;
        } catch (TrainingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static <T> List<T> spread(List<T> all, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }
}
