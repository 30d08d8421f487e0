package org.tonmeister.training.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.analysis.TruePeakMeter;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.training.corpus.Md5;
import org.tonmeister.training.corpus.Split;

/**
 * A corpus of made-up music as 16-bit FLAC, laid out as the corpus cache is, with a manifest of its own.
 *
 * @param cache holds the tracks
 * @param manifest lists them
 */
record FixtureCorpus(Path cache, Path manifest) {
    private static final String HEADING =
            "split\tpackage\tpath\tseconds\tcodec\trate\tlufs_i\tlra\ttrue_peak_dbfs\tlicence\tmd5";
    private static final int BITS = 16;

    /**
     * Writes a corpus.
     *
     * @param counts tracks of each split
     * @param seconds length of each
     */
    static FixtureCorpus write(Path folder, Map<Split, Integer> counts, double seconds) throws IOException {
        var corpus = new FixtureCorpus(folder.resolve("corpus"), folder.resolve("manifest.tsv"));
        List<String> lines = new ArrayList<>();
        lines.add(HEADING);
        int number = 0;
        for (Split split : Split.values()) {
            for (int i = 0; i < counts.getOrDefault(split, 0); i++) {
                lines.add(corpus.track(split, number, seconds));
                number++;
            }
        }
        Files.write(corpus.manifest, lines);
        return corpus;
    }

    /** Writes a track, and returns its line of the manifest. */
    private String track(Split split, int number, double seconds) throws IOException {
        String packageName = "fixture-" + split.label();
        String path = "music/track-" + number + ".flac";
        Path file = cache.resolve(packageName).resolve(path);
        Files.createDirectories(file.getParent());
        float[][] samples = FixtureTrack.samples(number, seconds);
        try (var writer = AudioWriter.create(
                file, OutputFormat.FLAC, FixtureTrack.SAMPLE_RATE, BITS, Map.of(), Optional.empty())) {
            writer.write(samples, samples[0].length);
            writer.finish();
        }
        var loudness = new LoudnessMeter(FixtureTrack.SAMPLE_RATE);
        loudness.add(samples, samples[0].length);
        var peak = new TruePeakMeter(FixtureTrack.SAMPLE_RATE);
        peak.add(samples, samples[0].length);
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%.2f\tflac\t%d\t%.1f\t%.1f\t%.1f\tCC0-1.0\t%s",
                split.label(),
                packageName,
                path,
                seconds,
                FixtureTrack.SAMPLE_RATE,
                loudness.result().integratedLufs(),
                loudness.result().rangeLu(),
                peak.dbtp(),
                Md5.of(Files.readAllBytes(file)));
    }
}
