package org.tonmeister.benchmarks.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tonmeister.audio.dsp.EqBand;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * A graph of FFmpeg's filters that does what {@link org.tonmeister.audio.dsp.MixChain} does, stage by stage. Input 0 is
 * the song, input 1 the room's response ({@link RoomResponse}).
 */
enum FfmpegChain {
    /** The filters one after the other, limited at 192 kHz for the true peak: what is usually written. */
    USUAL(true) {
        @Override
        String filters(Parameters parameters, double makeUpDb, double ceilingDbtp, int sampleRate, String convolution) {
            return "[0:a]" + dynamics(parameters, makeUpDb) + "," + equaliser(parameters)
                    + ",asplit[dry][send];[send][1:a]" + convolution + "[room];[dry][room]amix=inputs=2:normalize=0,"
                    + ending(parameters) + ",aresample=192000," + limiter(ceilingDbtp) + ",aresample=" + sampleRate
                    + DITHER;
        }

        @Override
        boolean responseHoldsDrySound() {
            return false;
        }
    },
    /**
     * The same sound for the least time we found: single precision wherever a filter has it, dry sound and room in one
     * convolution, and four times the song's rate for the limiter instead of 192 kHz.
     */
    TUNED(true) {
        @Override
        String filters(Parameters parameters, double makeUpDb, double ceilingDbtp, int sampleRate, String convolution) {
            return "[0:a]" + dynamics(parameters, makeUpDb) + ",aformat=fltp," + equaliser(parameters)
                    + "[mix];[mix][1:a]" + convolution + "," + ending(parameters) + ",aresample=" + 4 * sampleRate
                    + ":tsf=fltp," + limiter(ceilingDbtp) + ",aresample=" + sampleRate + ":tsf=fltp" + DITHER;
        }
    },
    /** Not equivalent: four echoes for a room, and a limiter that looks at the samples only, no dither. */
    WITHOUT_ROOM_AND_TRUE_PEAK(false) {
        @Override
        String filters(Parameters parameters, double makeUpDb, double ceilingDbtp, int sampleRate, String convolution) {
            return "[0:a]" + dynamics(parameters, makeUpDb) + "," + equaliser(parameters)
                    + ",aecho=1:1:31|43|59|71:0.3|0.25|0.2|0.15," + ending(parameters) + "," + limiter(ceilingDbtp);
        }
    };

    private static final String DITHER = ":osf=s16:dither_method=triangular";

    /** As the delay of the chain: 350 ms, and what is left after each repeat. */
    private static final int DELAY_MS = 350;

    private static final double FEEDBACK = 0.35;
    private static final double FIRST_ECHO = 0.45;
    private static final int ECHOES = 4;

    private final boolean convolves;

    FfmpegChain(boolean convolves) {
        this.convolves = convolves;
    }

    /**
     * The filter graph for these parameters.
     *
     * @param convolution the filter to convolve with
     */
    abstract String filters(
            Parameters parameters, double makeUpDb, double ceilingDbtp, int sampleRate, String convolution);

    /** Whether input 1 is wanted. */
    boolean convolves() {
        return convolves;
    }

    /** Whether the room's response is to begin with the dry sound. */
    boolean responseHoldsDrySound() {
        return convolves;
    }

    private static String dynamics(Parameters p, double makeUpDb) {
        return "volume=" + number(p.units(Parameter.INPUT_GAIN)) + "dB,acompressor=threshold=-26dB:ratio="
                + number(p.units(Parameter.COMPRESSION)) + ":knee=2:attack=10:release=150:link=maximum:makeup="
                + number(amplitude(makeUpDb));
    }

    private static String equaliser(Parameters p) {
        List<String> bands = new ArrayList<>();
        for (EqBand band : EqBand.values()) {
            String filter = band == EqBand.LOW ? "lowshelf" : "equalizer";
            double q = band == EqBand.HIGH ? 1 : 0.7;
            bands.add(filter + "=f=" + number(band.cornerHz()) + ":t=q:w=" + number(q) + ":g="
                    + number(p.units(band.parameter())));
        }
        return String.join(",", bands);
    }

    private static String ending(Parameters p) {
        String delays = IntStream.rangeClosed(1, ECHOES)
                .mapToObj(echo -> String.valueOf(echo * DELAY_MS))
                .collect(Collectors.joining("|"));
        String decays = IntStream.range(0, ECHOES)
                .mapToObj(echo -> number(p.get(Parameter.DELAY) * FIRST_ECHO * Math.pow(FEEDBACK, echo)))
                .collect(Collectors.joining("|"));
        return "aecho=1:1:" + delays + ":" + decays + ",extrastereo=c=0:m="
                + number(amplitude(p.units(Parameter.WIDTH))) + ",volume=" + number(p.units(Parameter.OUTPUT_LEVEL))
                + "dB";
    }

    private static String limiter(double ceilingDbtp) {
        return "alimiter=level=0:attack=5:release=100:limit=" + number(amplitude(ceilingDbtp));
    }

    private static double amplitude(double db) {
        return StrictMath.pow(10, db / 20);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
