package org.tonmeister.training.corpus;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the corpus lies; a mixin for commands. */
public final class CacheOption {
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Folder of the corpus. $XDG_CACHE_HOME/tonmeister/corpus if left out,"
                    + " or ~/.cache/tonmeister/corpus.")
    private Path folder;

    /** The cache asked for, or the user's own. */
    public CorpusCache cache() {
        return folder == null
                ? CorpusCache.standard(System.getenv(), Path.of(System.getProperty("user.home")))
                : new CorpusCache(folder.toAbsolutePath());
    }
}
