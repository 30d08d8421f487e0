package org.tonmeister.standalone.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What FFmpeg's meters say of a file.
 *
 * @param frames samples of each channel
 * @param sampleRate Hz
 * @param lufs integrated loudness
 * @param truePeakDbtp true peak, shown with one decimal
 * @param samplePeakDbfs largest sample
 */
record Measured(long frames, int sampleRate, double lufs, double truePeakDbtp, double samplePeakDbfs) {
    private static final Pattern FRAMES = Pattern.compile("Number of samples: (\\d+)");
    private static final Pattern RATE = Pattern.compile("Stream #0:\\d.*?: Audio: .*?(\\d+) Hz");
    private static final Pattern LUFS = Pattern.compile("I:\\s+(-?[\\d.]+) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[\\d.]+) dBFS");
    private static final Pattern SAMPLE_PEAK = Pattern.compile("Peak level dB: (-?[\\d.]+|-inf)");

    static Measured of(Path file) throws IOException, InterruptedException {
        String said = FfmpegProgram.run(
                "-i",
                file.toString(),
                "-map",
                "0:a:0",
                "-af",
                "astats=measure_perchannel=none,ebur128=peak=true",
                "-f",
                "null",
                "-");
        return new Measured(
                Long.parseLong(last(FRAMES, said)),
                Integer.parseInt(first(RATE, said)),
                Double.parseDouble(last(LUFS, said)),
                Double.parseDouble(last(PEAK, said)),
                Double.parseDouble(last(SAMPLE_PEAK, said).replace("-inf", "-Infinity")));
    }

    double seconds() {
        return (double) frames / sampleRate;
    }

    private static String first(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new AssertionError("FFmpeg did not say " + pattern + " but\n" + said);
        }
        return matcher.group(1);
    }

    /** The summary comes last; before it, the meters speak of the running state. */
    private static String last(Pattern pattern, String said) {
        return pattern.matcher(said)
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("FFmpeg did not say " + pattern + " but\n" + said))
                .group(1);
    }
}
