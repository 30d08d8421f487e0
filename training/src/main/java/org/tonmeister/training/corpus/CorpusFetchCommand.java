package org.tonmeister.training.corpus;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.TrainingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code train corpus fetch}. */
@Command(
        name = "fetch",
        description =
                "Downloads the corpus: 3.1 GB of Debian packages, of which 1.2 GB of music are kept; or the packages that another manifest names.",
        mixinStandardHelpOptions = true)
final class CorpusFetchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions options;

    @Mixin
    private ManifestOption manifestOption;

    @Mixin
    private CacheOption cacheOption;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        CorpusCache cache = cacheOption.cache();
        var source = new AptPackages(cache.root().resolve(".fetching"));
        List<CorpusTrack> tracks = manifestOption.manifest().tracks(options.splits());
        List<String> faults = new CorpusFetch(cache, source, err).fetch(tracks);
        faults.forEach(err::println);
        if (!faults.isEmpty()) {
            throw new TrainingException(faults.size() + " of " + tracks.size() + " files could not be had");
        }
        err.println("All " + tracks.size() + " files are in " + cache.root());
    }
}
