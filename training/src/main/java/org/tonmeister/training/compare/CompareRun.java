package org.tonmeister.training.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.compare.page.Page;
import org.tonmeister.training.compare.result.Comparison;
import org.tonmeister.training.compare.result.Comparison.Reference;
import org.tonmeister.training.compare.result.Figures;
import org.tonmeister.training.compare.result.Song;
import org.tonmeister.training.compare.result.Version;

/** One comparison, from the song to the page. */
final class CompareRun {
    /** The page's name in its folder. */
    static final String PAGE = "index.html";

    private static final String JSON = "comparison.json";

    private final Settings settings;
    private final Networks networks;
    private final PrintWriter progress;

    /**
     * What is asked for.
     *
     * @param song file
     * @param reference file of a record that the mix should be like
     * @param format of the mixes
     * @param loudnessLufs of the mixes; empty: what the models say
     * @param weights of the ensemble
     */
    record Settings(
            Path song,
            Optional<Path> reference,
            OutputFormat format,
            OptionalDouble loudnessLufs,
            EnsembleWeights weights) {}

    CompareRun(Settings settings, Networks networks, PrintWriter progress) {
        this.settings = settings;
        this.networks = networks;
        this.progress = progress;
    }

    /** Writes page, figures and audio into the folder. */
    void into(Path folder) throws IOException, TrainingException {
        SongFile source = measured(settings.song());
        Optional<SongFile> reference = Optional.empty();
        if (settings.reference().isPresent()) {
            reference = Optional.of(measured(settings.reference().get()));
        }
        say(
                "%d models listen to %.1f s",
                networks.models().size() + 1, source.analysis().seconds());
        networks.leftOut().forEach(left -> say("%s is left out: %s", left.model(), left.reason()));
        Panel.Answers answers = new Panel(networks.models()).listen(settings.song(), settings.reference());
        var plan = MixPlan.of(answers.opinions(), settings.weights());
        var studio = new Studio(FileTrack.open(settings.song()), settings.format(), folder);
        List<VersionDraft> drafts = new Session(studio, settings.loudnessLufs(), this::say).record(plan);
        Comparison comparison =
                comparison(source.song(name(settings.song()), answers.windows()), source, reference, drafts, studio);
        Files.writeString(folder.resolve(JSON), comparison.json(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(PAGE), Page.of(comparison), StandardCharsets.UTF_8);
    }

    /** Reads all of a file, so whatever is wrong with it shows here. */
    private SongFile measured(Path file) throws IOException, TrainingException {
        say("measuring %s", name(file));
        try {
            SongFile measured = SongFile.measure(file);
            if (measured.analysis().frames() == 0) {
                throw new TrainingException(file + ": there is nothing to hear in it");
            }
            return measured;
        } catch (AudioFormatException e) {
            throw new TrainingException(file + ": " + e.getMessage());
        }
    }

    private Comparison comparison(
            Song song, SongFile source, Optional<SongFile> reference, List<VersionDraft> drafts, Studio studio)
            throws IOException {
        say("measuring the versions");
        List<Sound> sounds = sounds(source, drafts, studio);
        var analyses = new ArrayList<TrackAnalysis>();
        sounds.forEach(sound -> analyses.add(sound.analysis()));
        reference.ifPresent(file -> analyses.add(file.analysis()));
        Bands bands = Bands.of(analyses);
        say("comparing them with each other");
        List<List<Double>> distances = new Distances().between(sounds);
        var versions = new ArrayList<Version>();
        for (int i = 0; i < drafts.size(); i++) {
            versions.add(drafts.get(i).version(sounds.get(i), bands));
        }
        return new Comparison(
                song,
                reference.map(file -> reference(file, bands)).orElse(null),
                settings.format().name().toLowerCase(Locale.ROOT),
                settings.loudnessLufs().isPresent() ? settings.loudnessLufs().getAsDouble() : null,
                settings.weights().version(),
                networks.leftOut(),
                versions,
                bands.centres(),
                distances);
    }

    /** The original is measured as it came, and heard as it was written. */
    private List<Sound> sounds(SongFile source, List<VersionDraft> drafts, Studio studio) throws IOException {
        var sounds = new ArrayList<Sound>();
        Excerpts places = null;
        for (VersionDraft draft : drafts) {
            FileTrack track = FileTrack.open(studio.file(draft.id()));
            TrackAnalysis measured = Sound.analysis(track);
            if (places == null) {
                places = Excerpts.of(measured.frames(), track.sampleRate());
            }
            sounds.add(Sound.of(track, sounds.isEmpty() ? source.analysis() : measured, places));
        }
        return sounds;
    }

    private Reference reference(SongFile file, Bands bands) {
        return new Reference(
                name(settings.reference().orElseThrow()),
                Figures.of(file.analysis(), file.centroidHz()),
                bands.levelsDb(file.analysis()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void say(String format, Object... values) {
        progress.println(String.format(Locale.ROOT, format, values));
        progress.flush();
    }
}
