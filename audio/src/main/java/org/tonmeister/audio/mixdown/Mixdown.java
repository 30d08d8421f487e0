package org.tonmeister.audio.mixdown;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.Parameters;

/**
 * Renders a track into a file: a first pass for what must be known of the whole ({@link Survey}), then takes until one
 * is as asked. One take does, unless there is a loudness target, which the limiter may miss, or a lossy format, whose
 * decoder may pass the ceiling; then the next take is corrected by what the last one missed. The memory needed does not
 * grow with the track's length.
 */
public final class Mixdown {
    private static final int MOST_TAKES = 4;
    /** Within this of its loudness target a mix is left as it is, LU. */
    private static final double LOUDNESS_TOLERANCE_LU = 0.1;
    /** How far below the excess the ceiling is lowered: another encoding moves the peaks a little. */
    private static final double CEILING_MARGIN_DB = 0.05;
    /** Below this there is nothing that gain would bring to a target. */
    private static final double SILENCE_LUFS = -69;

    private static final double LOWEST_CEILING_DBTP = -20;

    private final Track track;
    private final MixdownOptions options;
    private final Path file;
    private final WriterFactory writer;

    private Mixdown(Track track, MixdownOptions options, Path file, WriterFactory writer) {
        this.track = track;
        this.options = options;
        this.file = file;
        this.writer = writer;
    }

    /**
     * Renders the track into the file.
     *
     * @param track read two to six times
     * @param file what {@code writer} writes; read again if the format is lossy
     * @throws IOException if the track cannot be read or the file cannot be written
     */
    public static MixdownResult render(
            Track track, Parameters parameters, MixdownOptions options, Path file, WriterFactory writer)
            throws IOException {
        var survey = Survey.of(track, parameters);
        var chain = ChainOptions.defaults().withMakeUpDb(survey.makeUpDb()).withCeilingDbtp(options.ceilingDbtp());
        return new Mixdown(track, options, file, writer).render(survey, new TakeSettings(parameters, chain));
    }

    private MixdownResult render(Survey survey, TakeSettings first) throws IOException {
        TakeSettings current = aimed(first);
        for (int number = 1; ; number++) {
            Take take = Take.toFile(track, current, writer);
            if (options.format().isLossy()) {
                take = take.withPeakOf(file);
            }
            TakeSettings corrected = number < MOST_TAKES ? corrected(current, take) : current;
            if (corrected.equals(current)) {
                return new MixdownResult(
                        survey.before(),
                        take.after(),
                        take.gainReduction(),
                        take.trace(),
                        survey.makeUpDb(),
                        current.parameters(),
                        current.chain().extraOutputGainDb(),
                        take.sampleRate(),
                        number);
            }
            current = corrected;
        }
    }

    /** Replaces the output level by what brings the track to the loudness asked for, were there no limiter. */
    private TakeSettings aimed(TakeSettings settings) throws IOException {
        if (options.loudnessLufs().isEmpty()) {
            return settings;
        }
        var unlimited = new TakeSettings(settings.parameters(), settings.chain().withoutLimiter());
        double lufs = Take.measured(track, unlimited).after().loudness().integratedLufs();
        return lufs < SILENCE_LUFS
                ? settings
                : settings.withOutputGainDb(
                        settings.outputGainDb() + options.loudnessLufs().getAsDouble() - lufs);
    }

    private TakeSettings corrected(TakeSettings settings, Take take) {
        var corrected = settings;
        double lufs = take.after().loudness().integratedLufs();
        if (options.loudnessLufs().isPresent() && lufs >= SILENCE_LUFS) {
            double missing = options.loudnessLufs().getAsDouble() - lufs;
            if (Math.abs(missing) > LOUDNESS_TOLERANCE_LU) {
                corrected = corrected.withOutputGainDb(corrected.outputGainDb() + missing);
            }
        }
        double excess = take.after().truePeakDbtp() - options.ceilingDbtp();
        if (options.format().isLossy() && excess > 0) {
            double lowered = excess + CEILING_MARGIN_DB;
            if (corrected.chain().ceilingDbtp() - lowered >= LOWEST_CEILING_DBTP) {
                corrected = corrected.withCeilingLoweredBy(lowered);
            }
        }
        return corrected;
    }
}
