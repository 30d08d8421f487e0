package org.tonmeister.training.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    public Integer call() {
        var out = spec.commandLine().getOut();
        CorpusCache cache = cacheOption.cache();
        List<CorpusTrack> tracks;
        List<String> faults;
        try {
            CorpusManifest manifest = manifestOption.manifest();
            tracks = manifest.tracks(options.splits());
            faults = new ArrayList<>(CorpusCheck.leaks(manifest));
            faults.addAll(CorpusCheck.faults(cache, tracks));
        } catch (CorpusException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } catch (IOException e) {
            spec.commandLine().getErr().println(FileFault.reason(e));
            return 1;
        }
        faults.forEach(out::println);
        out.println(
                faults.isEmpty()
                        ? tracks.size() + " files are as the manifest says, and the splits share nothing"
                        : faults.size() + (faults.size() == 1 ? " fault" : " faults") + " in " + tracks.size()
                                + " files in " + cache.root()
                                + "; missing and damaged ones are fetched by: tonmeister train corpus fetch");
        out.flush();
        return faults.isEmpty() ? 0 : 1;
    }
}
