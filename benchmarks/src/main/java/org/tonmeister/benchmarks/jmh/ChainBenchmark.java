package org.tonmeister.benchmarks.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/** The chain with one stage active, and with all. Milliseconds for one second of sound. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@OperationsPerInvocation(Music.SECONDS)
public class ChainBenchmark {
    /** Which stage; the first figure, of a chain that does nothing, is in all others too. */
    @Param
    public Active active;

    private MixChain chain;

    /** What is active. */
    public enum Active {
        NOTHING(Parameters.neutral(), false),
        INPUT_GAIN(Parameters.neutral().with(Parameter.INPUT_GAIN, 0.6), false),
        COMPRESSION(Parameters.neutral().with(Parameter.COMPRESSION, 0.6), false),
        ONE_EQ_BAND(Parameters.neutral().with(Parameter.MID_EQ, 0.6), false),
        FOUR_EQ_BANDS(
                Parameters.neutral()
                        .with(Parameter.LOW_EQ, 0.6)
                        .with(Parameter.MID_EQ, 0.4)
                        .with(Parameter.HIGH_EQ, 0.6)
                        .with(Parameter.PRESENCE, 0.6),
                false),
        REVERB(Parameters.neutral().with(Parameter.REVERB, 0.4), false),
        DELAY(Parameters.neutral().with(Parameter.DELAY, 0.3), false),
        WIDTH(Parameters.neutral().with(Parameter.WIDTH, 0.6), false),
        LIMITER(Parameters.neutral(), true),
        LIMITER_AT_WORK(Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 0.8), true),
        ALL(Parameters.of(0.6, 0.6, 0.6, 0.4, 0.6, 0.6, 0.4, 0.3, 0.6, 0.6), true);

        private final Parameters parameters;
        private final boolean limited;

        Active(Parameters parameters, boolean limited) {
            this.parameters = parameters;
            this.limited = limited;
        }

        private ChainOptions options() {
            var options = ChainOptions.defaults();
            return limited ? options : options.withoutLimiter();
        }
    }

    @Setup
    public void make(Music music) {
        chain = new MixChain(music.sampleRate(), active.parameters, active.options());
    }

    @Benchmark
    public float[][] chain(Music music) throws IOException {
        return music.play(chain::process);
    }
}
