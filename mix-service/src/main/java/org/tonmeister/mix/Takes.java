package org.tonmeister.mix;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.schemas.record.MixOptions;

/**
 * Renders a track until it is as ordered. One take does, unless the order has a loudness target, which the limiter may
 * miss, or a lossy format, whose decoder may pass the ceiling; then the next take is corrected by what the last one
 * missed.
 */
final class Takes {
    private static final int MOST_TAKES = 4;
    /** Within this of its loudness target a mix is left as it is, LU. */
    private static final double LOUDNESS_TOLERANCE_LU = 0.1;
    /** How far below the excess the ceiling is lowered: another encoding moves the peaks a little. */
    private static final double CEILING_MARGIN_DB = 0.05;
    /** Below this there is nothing that gain would bring to a target. */
    private static final double SILENCE_LUFS = -69;

    private static final double LOWEST_CEILING_DBTP = -20;

    private final Track track;
    private final MixOptions options;
    private final Path file;
    private final Take.WriterFactory writer;
    private final boolean lossy;

    Takes(Track track, MixOptions options, Path file, Take.WriterFactory writer) {
        this.track = track;
        this.options = options;
        this.file = file;
        this.writer = writer;
        this.lossy = Formats.isLossy(Formats.of(options));
    }

    /**
     * The take that is in the file now.
     *
     * @param settings as it was made
     */
    record Final(Take take, Settings settings) {}

    /** Renders into the file, from {@code settings} on. */
    Final render(Settings settings) throws IOException {
        Settings current = aimed(settings);
        for (int number = 1; ; number++) {
            Take take = Take.toFile(track, current, writer);
            if (lossy) {
                take = take.withPeakOf(file);
            }
            Settings corrected = number < MOST_TAKES ? corrected(current, take) : current;
            if (corrected.equals(current)) {
                return new Final(take, current);
            }
            current = corrected;
        }
    }

    /** Replaces the output level by what brings the track to the loudness asked for, were there no limiter. */
    private Settings aimed(Settings settings) throws IOException {
        if (options.getLoudnessLufs() == null) {
            return settings;
        }
        var unlimited = new Settings(settings.parameters(), settings.chain().withoutLimiter());
        double lufs = Take.measured(track, unlimited).after().getLufs();
        return lufs < SILENCE_LUFS
                ? settings
                : settings.withOutputGainDb(settings.outputGainDb() + options.getLoudnessLufs() - lufs);
    }

    private Settings corrected(Settings settings, Take take) {
        var corrected = settings;
        double lufs = take.after().getLufs();
        if (options.getLoudnessLufs() != null && lufs >= SILENCE_LUFS) {
            double missing = options.getLoudnessLufs() - lufs;
            if (Math.abs(missing) > LOUDNESS_TOLERANCE_LU) {
                corrected = corrected.withOutputGainDb(corrected.outputGainDb() + missing);
            }
        }
        double excess = take.after().getTruePeakDbtp() - options.getCeilingDbtp();
        if (lossy && excess > 0) {
            double lowered = excess + CEILING_MARGIN_DB;
            if (corrected.chain().ceilingDbtp() - lowered >= LOWEST_CEILING_DBTP) {
                corrected = corrected.withCeilingLoweredBy(lowered);
            }
        }
        return corrected;
    }
}
