package org.tonmeister.training.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.TrainingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code train corpus check}. */
@Command(
        name = "check",
        description = "Compares every file with its md5 sum, and makes sure that the splits share nothing.",
        mixinStandardHelpOptions = true)
final class CorpusCheckCommand implements Callable<Integer> {
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

    private void run() throws TrainingException, IOException {
        var out = spec.commandLine().getOut();
        CorpusCache cache = cacheOption.cache();
        CorpusManifest manifest = manifestOption.manifest();
        List<CorpusTrack> tracks = manifest.tracks(options.splits());
        List<String> faults = new ArrayList<>(CorpusCheck.leaks(manifest));
        faults.addAll(CorpusCheck.faults(cache, tracks));
        faults.forEach(out::println);
        out.flush();
        if (!faults.isEmpty()) {
            throw new TrainingException(faults.size() + (faults.size() == 1 ? " fault" : " faults") + " in "
                    + tracks.size() + " files in " + cache.root()
                    + "; missing and damaged ones are fetched by: tonmeister train corpus fetch");
        }
        out.println(tracks.size() + " files are as the manifest says, and the splits share nothing");
        out.flush();
    }
}
