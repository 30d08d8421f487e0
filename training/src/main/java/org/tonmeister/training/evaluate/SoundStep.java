package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.command.InParallel;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.MasterTrack;
import org.tonmeister.training.targets.Protocol;

/** Lets every row restore the first example of every track, by each protocol, and measures what comes out. */
final class SoundStep {
    private final SoundStore store;
    private final Masters masters;
    private final int threads;
    private final PrintWriter progress;

    SoundStep(SoundStore store, Masters masters, int threads, PrintWriter progress) {
        this.store = store;
        this.masters = masters;
        this.threads = threads;
        this.progress = progress;
    }

    /** The mean figures of each row over the tracks; none if no track has sound. */
    Map<String, SoundFigures> measure(List<JudgedTrack> tracks, Protocol protocol)
            throws TrainingException, IOException, InterruptedException {
        var lines = new Progress(progress, "sound of " + protocol.jsonName(), tracks.size());
        var pieces = new ArrayList<Callable<Map<String, SoundFigures>>>();
        for (JudgedTrack track : tracks) {
            pieces.add(() -> {
                var figures = of(track, protocol);
                lines.oneMore();
                return figures;
            });
        }
        var byRow = new LinkedHashMap<String, List<SoundFigures>>();
        for (var figures : InParallel.run(threads, pieces)) {
            figures.forEach((row, figure) ->
                    byRow.computeIfAbsent(row, name -> new ArrayList<>()).add(figure));
        }
        var means = new LinkedHashMap<String, SoundFigures>();
        byRow.forEach((row, figures) -> means.put(row, SoundFigures.mean(figures)));
        return means;
    }

    private Map<String, SoundFigures> of(JudgedTrack track, Protocol protocol)
            throws TrainingException, IOException, InterruptedException {
        Optional<Example> first = track.examples().stream()
                .filter(example -> example.protocol() == protocol)
                .findFirst();
        if (first.isEmpty()) {
            return Map.of();
        }
        var wanted = new LinkedHashMap<String, Parameters>();
        track.rows().forEach((row, judged) -> wanted.put(row, parameters(judged, first.get())));
        var kept = new LinkedHashMap<>(store.find(track));
        String id = first.get().id();
        if (wanted.values().stream().anyMatch(parameters -> !kept.containsKey(SoundStore.key(id, parameters)))) {
            MasterTrack master = masters.read(track.md5());
            var meter = new SoundMeter(ExampleSound.of(master, first.get()));
            if (!meter.hasSound()) {
                return Map.of();
            }
            for (Parameters parameters : wanted.values()) {
                kept.computeIfAbsent(SoundStore.key(id, parameters), key -> meter.of(parameters));
            }
            store.keep(track, kept);
        }
        var figures = new LinkedHashMap<String, SoundFigures>();
        wanted.forEach((row, parameters) -> figures.put(row, kept.get(SoundStore.key(id, parameters))));
        return figures;
    }

    private static Parameters parameters(List<JudgedExample> judged, Example example) {
        return judged.stream()
                .filter(one -> one.example().id().equals(example.id()))
                .findFirst()
                .orElseThrow()
                .parameters();
    }
}
