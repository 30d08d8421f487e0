package org.tonmeister.predict.analyser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tonmeister.audio.analysis.MelSpectrogram;
import org.tonmeister.audio.dsp.Equaliser;
import org.tonmeister.audio.dsp.Gain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.dsp.Stage;
import org.tonmeister.audio.dsp.Width;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.WindowStatistics;

/** Three seconds of stereo, [2][frames], and how they look as a window. */
public final class Sound {
    static final int RATE = 44_100;
    static final int FRAMES = 3 * RATE;

    final float[][] stereo = new float[2][FRAMES];

    /** Noise that falls off towards the treble, with mid and side of the same spectrum and side {@code sideDb} below. */
    public static Sound music(long seed, double sideDb) {
        var random = new Random(seed);
        var sound = new Sound();
        var midBass = new Biquad(BiquadCoefficients.lowShelf(RATE, 500, 0.5, 12));
        var midTreble = new Biquad(BiquadCoefficients.highShelf(RATE, 4000, 0.5, -18));
        var sideBass = new Biquad(BiquadCoefficients.lowShelf(RATE, 500, 0.5, 12));
        var sideTreble = new Biquad(BiquadCoefficients.highShelf(RATE, 4000, 0.5, -18));
        double sideGain = StrictMath.pow(10, sideDb / 20);
        for (int i = 0; i < FRAMES; i++) {
            double mid = midTreble.process(midBass.process(0.02 * random.nextGaussian()));
            double side = sideGain * sideTreble.process(sideBass.process(0.02 * random.nextGaussian()));
            sound.stereo[0][i] = (float) (mid + side);
            sound.stereo[1][i] = (float) (mid - side);
        }
        return sound;
    }

    static Sound sine(double hertz, double amplitude) {
        var sound = new Sound();
        for (int i = 0; i < FRAMES; i++) {
            sound.stereo[0][i] = (float) (amplitude * StrictMath.sin(2 * Math.PI * hertz * i / RATE));
            sound.stereo[1][i] = sound.stereo[0][i];
        }
        return sound;
    }

    /** Nothing. */
    public static Sound silence() {
        return new Sound();
    }

    /** At a loudness. */
    public Sound at(double lufs) {
        return through(new Gain(lufs - statistics().loudnessLufs()));
    }

    Sound equalised(Parameter band, double gainDb) {
        return through(new Equaliser(RATE, Parameters.neutral().with(band, band.fromUnits(gainDb))));
    }

    Sound widened(double sideGainDb) {
        return through(Width.ofSideGainDb(sideGainDb));
    }

    /** Lets every {@code period}-th tenth of a second stand out by {@code gainDb}. */
    Sound accented(int period, double gainDb) {
        double gain = StrictMath.pow(10, gainDb / 20);
        for (int i = 0; i < FRAMES; i++) {
            if (i / (RATE / 10) % period == 0) {
                stereo[0][i] *= (float) gain;
                stereo[1][i] *= (float) gain;
            }
        }
        return this;
    }

    Sound through(Stage stage) {
        stage.process(stereo[0], stereo[1], 0, FRAMES);
        return this;
    }

    double lufs() {
        return statistics().loudnessLufs();
    }

    /** How it looks. */
    public SpectrogramWindow window() {
        var levels = new MelSpectrogram(RATE, 4096, 2048, 128, 30, 20_000).levelsDb(stereo, FRAMES);
        var figures = statistics();
        return SpectrogramWindow.newBuilder()
                .setTrackId("song")
                .setUploadId("0-0")
                .setPass("p")
                .setWindow(0)
                .setAudio(new RecordPointer(0, 0L))
                .setSeconds((double) FRAMES / RATE)
                .setMelBins(128)
                .setFrames(levels[0][0].length)
                .setHopSeconds(2048.0 / RATE)
                .setMid(centibels(levels[0]))
                .setSide(centibels(levels[1]))
                .setStatistics(WindowStatistics.newBuilder()
                        .setLoudnessLufs(figures.loudnessLufs())
                        .setRmsDbfs(figures.rmsDbfs())
                        .setPeakDbfs(figures.samplePeakDbfs())
                        .setMidDbfs(figures.midDbfs())
                        .setSideDbfs(figures.sideDbfs())
                        .setCorrelation(figures.correlation())
                        .setMomentaryPercentilesLu(list(figures.momentaryLu()))
                        .setLevelPercentilesDb(list(figures.levelsDb()))
                        .setSlopePercentilesDb(list(figures.slopesDb()))
                        .setLevelDeviationDb(figures.levelDeviationDb())
                        .setCrestMeanDb(figures.shortCrestMeanDb())
                        .setCrestDeviationDb(figures.shortCrestDeviationDb())
                        .build())
                .build();
    }

    MasterFeatures features() {
        return MasterFeatures.of(window());
    }

    private org.tonmeister.audio.analysis.WindowStatistics statistics() {
        return org.tonmeister.audio.analysis.WindowStatistics.of(stereo, FRAMES, RATE);
    }

    private static ByteBuffer centibels(float[][] levels) {
        var bytes = ByteBuffer.allocate(levels.length * levels[0].length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] band : levels) {
            for (float level : band) {
                bytes.putShort((short) Math.round(level * 100));
            }
        }
        return bytes.flip();
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
