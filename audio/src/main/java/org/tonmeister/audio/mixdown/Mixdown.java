package org.tonmeister.audio.mixdown;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.codec.OutputFormat;
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
    private static final double CEILING_MARGIN_DB = 0.15;
    /** Below this there is nothing that gain would bring to a target. */
    private static final double SILENCE_LUFS = -69;

    private final Track track;
    private final Survey survey;
    private final MixdownOptions options;
    private final Path file;
    private final WriterFactory writer;

    private Mixdown(Track track, Survey survey, MixdownOptions options, Path file, WriterFactory writer) {
        this.track = track;
        this.survey = survey;
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
        var chain = ChainOptions.defaults()
                .withMakeUpDb(survey.makeUpDb())
                .withCeilingDbtp(options.ceilingDbtp())
                .withDcBlocked(
                        changesTheSound(parameters, options) && survey.offset().matters());
        var first = new TakeSettings(parameters, chain).withCeilingLoweredBy(headroomDb(options.format()));
        return new Mixdown(track, survey, options, file, writer).render(first);
    }

    private MixdownResult render(TakeSettings first) throws IOException {
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
                        current.chain().dcBlocked() ? survey.offset().magnitude() : 0,
                        current.parameters(),
                        current.chain().extraOutputGainDb(),
                        take.sampleRate(),
                        number);
            }
            current = corrected;
        }
    }

    /** Neutral parameters give the source back as it is, with all its faults. */
    private static boolean changesTheSound(Parameters parameters, MixdownOptions options) {
        return !parameters.equals(Parameters.neutral())
                || options.loudnessLufs().isPresent();
    }

    /**
     * By how much the ceiling is lowered from the first take on, dB: what the decoder adds to the peaks of a dense master
     * in most cases, so that one encoding does. A mix that does not reach the limiter is the same with and without.
     */
    private static double headroomDb(OutputFormat format) {
        return switch (format) {
            case MP3 -> 0.35;
            case M4A -> 0.65;
            case OPUS -> 0.95;
            case FLAC, WAV16, WAV24, WAV32F -> 0;
        };
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
            corrected = corrected.withCeilingLoweredBy(lowered);
        }
        return corrected;
    }
}
