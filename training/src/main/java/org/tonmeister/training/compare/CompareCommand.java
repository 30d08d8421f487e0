package org.tonmeister.training.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.pipeline.options.InvalidOptionException;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.compare.CompareRun.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train compare}. */
@Command(
        name = "compare",
        description = "Lets every model set the parameters of one song and renders a mix by each: one page with faders,"
                + " figures, spectra and players, its figures as JSON, and the audio files.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SONG", description = "Audio file.")
    private Path song;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the page, new or empty; SONG-comparison in the current one if left out.")
    private Path out;

    @Option(
            names = "--models",
            paramLabel = "FOLDER",
            description = "Networks as 'train fit' makes them, in subfolders such as baseline-cnn; those that come with"
                    + " Tonmeister if left out.")
    private Path models;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights of the ensemble; those that come with Tonmeister if left out.")
    private Path weights;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "Another record that the mix should be like: the networks answer with and without it.")
    private Path reference;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "flac",
            description = "Of the audio files: flac (default), wav16, wav24, wav32f, mp3, m4a or opus.")
    private String format;

    @Option(
            names = "--loudness",
            paramLabel = "LUFS",
            description = "Of all mixes: LUFS from -40 to -5, streaming (-14), apple (-16), broadcast (-23), club (-9),"
                    + " or none: the models decide (default).")
    private String loudness;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        MixOptions options = options();
        requireFile(song);
        if (reference != null) {
            requireFile(reference);
        }
        var settings = new Settings(
                song,
                Optional.ofNullable(reference),
                OutputFormat.valueOf(options.getFormat().name()),
                options.getLoudnessLufs() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(options.getLoudnessLufs()),
                weights());
        Path target = out == null ? Path.of(stem() + "-comparison") : out;
        try (var networks = Networks.open(Optional.ofNullable(models));
                var folder = OutputFolder.begin(target)) {
            new CompareRun(settings, networks, err).into(folder.path());
            folder.finish();
        }
        spec.commandLine().getOut().println(target.resolve(CompareRun.PAGE));
        spec.commandLine().getOut().flush();
    }

    private MixOptions options() throws TrainingException {
        Map<String, String> given = new HashMap<>();
        given.put("format", format);
        if (loudness != null) {
            given.put("loudness", loudness);
        }
        try {
            return MixOptionsParser.parse(given);
        } catch (InvalidOptionException e) {
            throw new TrainingException(e.getMessage());
        }
    }

    private static void requireFile(Path file) throws TrainingException {
        if (!Files.exists(file)) {
            throw new TrainingException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new TrainingException(file + " is a folder: name one audio file");
        }
    }

    private EnsembleWeights weights() throws TrainingException, IOException {
        if (weights == null) {
            return EnsembleWeights.bundled();
        }
        try {
            return EnsembleWeights.read(weights);
        } catch (NoSuchFileException e) {
            throw new TrainingException(weights + ": no such file");
        } catch (IllegalArgumentException e) {
            throw new TrainingException(e.getMessage());
        }
    }

    private String stem() {
        String name = String.valueOf(song.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
