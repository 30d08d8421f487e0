package org.tonmeister.training.sends;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.ThreadsOption;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CacheOption;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusFiles;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.DryManifest;
import org.tonmeister.training.corpus.DrySong;
import org.tonmeister.training.corpus.MusdbOption;
import org.tonmeister.training.corpus.MusdbTrack;
import org.tonmeister.training.corpus.SoundFont;
import org.tonmeister.training.corpus.Split;
import org.tonmeister.training.targets.ExampleRun;
import org.tonmeister.training.targets.WorkOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train sends}. */
@Command(
        name = "sends",
        description = "Gives dry music a part of a reverb and a delay, so that models learn what is missing."
                + " Fetches the music, and renders it with the program fluidsynth.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SendsCommand implements Callable<Integer> {
    private static final Set<Split> SPLITS = EnumSet.of(Split.TRAIN, Split.VAL, Split.TEST);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheOption cacheOption;

    @Mixin
    private WorkOption work;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "train, val or test; may be given several times. All if left out.")
    private List<String> splits = new ArrayList<>();

    @Mixin
    private MusdbOption musdb;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all that is drawn.")
    private long seed;

    @Mixin
    private ThreadsOption threads;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        var run = new ExampleRun(threads.count(), err);
        Set<Split> chosen = splits();
        var recipe = new SendRecipe(seed);
        List<DrySource> sources = sources(cacheOption.cache(), chosen, recipe, err);
        for (Split split : chosen) {
            String set = "sends-" + split.label();
            List<DrySource> ofSplit =
                    sources.stream().filter(source -> source.split() == split).toList();
            run.make(set, ofSplit, new SendMaker(recipe, work.set(set)));
        }
    }

    private Set<Split> splits() throws TrainingException {
        var chosen = EnumSet.noneOf(Split.class);
        for (String label : splits) {
            chosen.add(Split.of(label)
                    .filter(SPLITS::contains)
                    .orElseThrow(() -> new TrainingException(
                            "'" + label + "' is not a split of dry music; there are train, val and test")));
        }
        return chosen.isEmpty() ? SPLITS : chosen;
    }

    /** Everything of these splits; what is missing on this machine is fetched. */
    private List<DrySource> sources(CorpusCache cache, Set<Split> chosen, SendRecipe recipe, PrintWriter err)
            throws IOException, TrainingException, InterruptedException {
        // First what needs no download, so that a mistyped folder is told at once.
        List<MusdbTrack> musdbTracks = musdb.songs();
        var files = new CorpusFiles(cache, err);
        List<DrySong> songs = DryManifest.bundled().songs(chosen);
        List<CorpusTrack> stems =
                CorpusManifest.bundled().tracks(EnumSet.of(Split.MULTI_TRAIN, Split.MULTI_TEST)).stream()
                        .filter(track -> chosen.contains(StemSources.split(track)))
                        .toList();
        files.of(songs);
        files.of(stems);
        Path soundFont = files.of(List.of(SoundFont.fluid())).get(0);
        var fluidsynth = new Fluidsynth(cache.root().resolve("rendered"), soundFont);
        var midi = new MidiSources(cache, fluidsynth, recipe);
        var sources = new ArrayList<DrySource>();
        var parts = new ArrayList<DrySource>();
        for (DrySong song : songs) {
            List<DrySource> ofSong = midi.of(song);
            sources.add(ofSong.get(0));
            parts.addAll(ofSong.subList(1, ofSong.size()));
        }
        var stemSources = new StemSources(cache, recipe);
        stems.forEach(track -> sources.add(stemSources.of(track)));
        // Last what is other takes of the same: a run that is stopped has then heard all songs.
        sources.addAll(parts);
        musdbTracks.stream()
                .filter(track -> chosen.contains(track.split()))
                .forEach(track -> sources.addAll(stemSources.of(track)));
        return sources;
    }
}
