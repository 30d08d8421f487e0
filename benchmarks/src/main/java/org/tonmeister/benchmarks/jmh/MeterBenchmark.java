package org.tonmeister.benchmarks.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.analysis.TruePeakMeter;
import org.tonmeister.audio.dsp.MakeUpMeter;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.filter.KWeighting;
import org.tonmeister.audio.filter.TruePeakDetector;

/** The meters and what they are made of, both channels. Milliseconds for one second of sound. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@OperationsPerInvocation(Music.SECONDS)
public class MeterBenchmark {
    private LoudnessMeter loudness;
    private TruePeakMeter truePeak;
    private MakeUpMeter makeUp;
    private KWeighting leftWeighting;
    private KWeighting rightWeighting;
    private TruePeakDetector leftDetector;
    private TruePeakDetector rightDetector;
    private float[] peaks;
    private double energy;

    @Setup
    public void make(Music music) {
        int rate = music.sampleRate();
        loudness = new LoudnessMeter(rate);
        truePeak = new TruePeakMeter(rate);
        makeUp = new MakeUpMeter(rate, Parameters.neutral().with(Parameter.COMPRESSION, 0.6));
        leftWeighting = new KWeighting(rate);
        rightWeighting = new KWeighting(rate);
        leftDetector = new TruePeakDetector();
        rightDetector = new TruePeakDetector();
        peaks = new float[TruePeakDetector.MAX_FRAMES];
    }

    @Benchmark
    public double loudness(Music music) throws IOException {
        music.play(loudness::add);
        return loudness.momentaryLufs();
    }

    @Benchmark
    public float[][] truePeak(Music music) throws IOException {
        return music.play(truePeak::add);
    }

    @Benchmark
    public double makeUp(Music music) throws IOException {
        music.play(makeUp::add);
        return makeUp.makeUpDb();
    }

    @Benchmark
    public double kWeighting(Music music) throws IOException {
        music.play((block, frames) ->
                energy += leftWeighting.energy(block[0], 0, frames) + rightWeighting.energy(block[1], 0, frames));
        return energy;
    }

    /** With a threshold at which parabolas are rare, as in a limiter. */
    @Benchmark
    public float[] truePeakDetector(Music music) throws IOException {
        music.play((block, frames) -> {
            for (int at = 0; at < frames; at += peaks.length) {
                int count = Math.min(peaks.length, frames - at);
                leftDetector.process(block[0], at, count, peaks, 0.89f);
                rightDetector.process(block[1], at, count, peaks, 0.89f);
            }
        });
        return peaks;
    }
}
