package org.tonmeister.benchmarks.mixes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.audio.mixdown.Mixdown;
import org.tonmeister.audio.mixdown.MixdownOptions;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.benchmarks.judge.FfmpegJudge;

/** Mixes one track with random parameters and looks at the file. */
final class MixTrial {
    private static final double INJECTED_JUMP = 0.3;
    private static final double LOWEST_DBFS = -150;

    private final String label;
    private final Path source;
    private final ClickSearch search;

    MixTrial(String label, Path source) throws IOException {
        this.label = label;
        this.source = source;
        search = ClickSearch.against(FileTrack.open(source));
    }

    /**
     * Renders and judges.
     *
     * @param seed of the parameters, which are uniform over their whole range
     */
    MixRow run(OutputFormat format, long seed) throws IOException, InterruptedException {
        var parameters =
                Parameters.of(new Random(seed).doubles(Parameters.COUNT).toArray());
        Path file = Files.createTempFile("tonmeister-mix-", "." + format.extension());
        Path floats = Files.createTempFile("tonmeister-mix-", ".wav");
        try {
            var result = render(parameters, format, file);
            var judge = FfmpegJudge.of(file);
            // A lossy codec has surprises of its own at every attack.
            if (format.isLossy()) {
                render(parameters, OutputFormat.WAV32F, floats);
            }
            double reductionDb = result.gainReduction().compressorMaxDb();
            var mix = FileTrack.open(format.isLossy() ? floats : file);
            var clicks = search.clicks(mix, reductionDb);
            int injected = ClickedTrack.clicksIn(judge.seconds());
            int found = search.clicks(new ClickedTrack(mix, INJECTED_JUMP, seed), reductionDb)
                            .size()
                    - clicks.size();
            return new MixRow(
                    label,
                    format.name(),
                    parameters.toList(),
                    judge.lufs(),
                    judge.truePeakDbtp(),
                    judge.truePeakDbtp() - MixdownOptions.of(format).ceilingDbtp(),
                    Math.max(LOWEST_DBFS, 20 * Math.log10(judge.dcOffset())),
                    judge.notNumbers(),
                    clicks,
                    result.encodings(),
                    injected,
                    Math.min(found, injected));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(floats);
        }
    }

    private MixdownResult render(Parameters parameters, OutputFormat format, Path file) throws IOException {
        var track = FileTrack.open(source);
        return Mixdown.render(
                track,
                parameters,
                MixdownOptions.of(format),
                file,
                taken -> AudioWriter.create(file, format, track.sampleRate(), 16, Map.of(), Optional.empty()));
    }
}
