package org.tonmeister.training.sends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.DrySong;
import org.tonmeister.training.corpus.Md5;
import org.tonmeister.training.corpus.Split;
import org.tonmeister.training.targets.Draws;
import org.tonmeister.training.targets.Protocol;

/**
 * MIDI songs as dry tracks: each with all of its instruments, and with some of them drawn at random, which makes other
 * music of it.
 */
final class MidiSources {
    private static final String KIND = "midi";

    private final CorpusCache cache;
    private final Fluidsynth fluidsynth;
    private final SendRecipe recipe;

    MidiSources(CorpusCache cache, Fluidsynth fluidsynth, SendRecipe recipe) {
        this.cache = cache;
        this.fluidsynth = fluidsynth;
        this.recipe = recipe;
    }

    /** The tracks of a song; its file must be there. */
    List<DrySource> of(DrySong song) throws IOException {
        Path file = cache.file(song);
        MidiSong midi = MidiSong.read(Files.readAllBytes(file));
        Set<Integer> all = midi.channels(SendRecipe.SECONDS);
        var sources = new ArrayList<DrySource>();
        sources.add(source(song, midi, all, song.label(), song.md5()));
        var seen = new ArrayList<Set<Integer>>(List.of(all));
        for (int subset = 0; subset < recipe.subsets(song.split()); subset++) {
            Set<Integer> some = some(all, song.md5(), subset);
            if (!seen.contains(some)) {
                seen.add(some);
                String channels = some.stream().map(c -> String.valueOf(c + 1)).collect(Collectors.joining(","));
                String label = song.label() + "#" + channels;
                sources.add(source(song, midi, some, label, Md5.of(label.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return sources;
    }

    private DrySource source(DrySong song, MidiSong midi, Set<Integer> channels, String label, String md5) {
        Split split = song.split();
        return new DrySource(
                split,
                KIND,
                label,
                md5,
                recipe.midiExamples(split),
                () -> fluidsynth.render(midi.part(channels, SendRecipe.SECONDS)));
    }

    /** At least one channel and, of three or more, at least two. */
    private Set<Integer> some(Set<Integer> all, String md5, int subset) {
        var random = Draws.random(recipe.seed(), md5 + "#channels", Protocol.SENDS, subset);
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        int least = Math.min(2, Math.max(1, all.size() - 1));
        int count = least + random.nextInt(Math.max(1, all.size() - least));
        return new TreeSet<>(shuffled.subList(0, count));
    }
}
