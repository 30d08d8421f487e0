package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixChainTest {
    private static final double RATE = 44_100;
    private static final Parameters EVERYTHING = Parameters.of(0.8, 0.7, 0.9, 0.2, 0.7, 0.6, 0.5, 0.4, 0.8, 0.7);

    private static float[][] mix(double rate, Parameters parameters, float[][] signal, int blockFrames) {
        var chain = new MixChain(rate, parameters, ChainOptions.defaults().withMakeUpDb(3));
        float[][] out = new float[2][signal[0].length];
        float[][] block = new float[2][blockFrames];
        for (int at = 0; at < signal[0].length; at += blockFrames) {
            int frames = Math.min(blockFrames, signal[0].length - at);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(signal[c], at, block[c], 0, frames);
            }
            chain.process(block, frames);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(block[c], 0, out[c], at, frames);
            }
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 44_100, 48_000, 96_000, 192_000})
    void neutralChainIsTransparentBelowTheCeiling(double rate) {
        float[][] signal = Signals.noise(1, 0.35, 30_000);
        var chain = new MixChain(rate, Parameters.neutral(), ChainOptions.defaults());
        float[][] out = Signals.copy(signal);

        chain.process(out, 30_000);

        int latency = chain.latencyFrames();
        for (int c = 0; c < 2; c++) {
            assertThat(Arrays.copyOfRange(out[c], latency, 30_000))
                    .isEqualTo(Arrays.copyOfRange(signal[c], 0, 30_000 - latency));
        }
    }

    @Test
    void gainsAndOptionsAddUp() {
        // Given 6 dB in, 3 dB out, 2 dB extra, and a make-up that has nothing to make up for
        Parameters gains = Parameters.neutral()
                .with(Parameter.INPUT_GAIN, Parameter.INPUT_GAIN.fromUnits(6))
                .with(Parameter.OUTPUT_LEVEL, Parameter.OUTPUT_LEVEL.fromUnits(3));
        var options =
                ChainOptions.defaults().withMakeUpDb(7).withExtraOutputGainDb(2).withoutLimiter();
        float[][] signal = Signals.noise(3, 0.5, 1000);
        float[][] out = Signals.copy(signal);

        var chain = new MixChain(RATE, gains, options);
        chain.process(out, 1000);

        assertThat(chain.latencyFrames()).isZero();
        assertThat(Signals.errorDb(Signals.scaled(signal, 11), out)).isLessThan(-120);
    }

    @Test
    void everyParameterIsHeard() {
        float[][] signal = Signals.programme(RATE, 4, 44_100);
        float[][] neutral = mix(RATE, Parameters.neutral(), signal, 4096);

        for (Parameter parameter : Parameter.values()) {
            float[][] mixed = mix(RATE, Parameters.neutral().with(parameter, 0.7), signal, 4096);

            assertThat(Signals.errorDb(neutral, mixed)).as(parameter.jsonName()).isGreaterThan(-30);
        }
    }

    @Test
    void compressionPrecedesTheEqualiser() {
        // Given a tone that the presence band lifts by 12 dB: were it lifted first, it would be compressed more
        Parameters both = Parameters.neutral().with(Parameter.COMPRESSION, 1).with(Parameter.PRESENCE, 1);
        var chain = new MixChain(RATE, both, ChainOptions.defaults().withoutLimiter());
        var alone = new MixChain(
                RATE,
                both.with(Parameter.PRESENCE, 0.5),
                ChainOptions.defaults().withoutLimiter());
        float[][] tone = Signals.sine(RATE, 10_000, -26, 44_100);

        chain.process(Signals.copy(tone), 44_100);
        alone.process(Signals.copy(tone), 44_100);

        assertThat(chain.gainReduction()).isEqualTo(alone.gainReduction());
        assertThat(chain.gainReduction().compressorMeanDb()).isPositive();
    }

    @Test
    void reportsGainReduction() {
        float[][] signal = Signals.scaled(Signals.programme(RATE, 5, 44_100), 12);
        var chain = new MixChain(RATE, EVERYTHING, ChainOptions.defaults());

        chain.process(signal, 44_100);

        GainReduction reduction = chain.gainReduction();
        assertThat(reduction.compressorMaxDb()).isBetween(reduction.compressorMeanDb(), 15.0);
        assertThat(reduction.limiterMaxDb()).isGreaterThan(3);
        assertThat(reduction.limitedShare()).isBetween(0.1, 1.0);
    }

    @Test
    void oneBadSampleDoesNotSpoilTheRest() {
        float[][] signal = Signals.programme(RATE, 6, 20_000);
        float[][] clean = mix(RATE, EVERYTHING, signal, 4096);
        signal[0][1000] = Float.NaN;
        signal[1][1001] = Float.NEGATIVE_INFINITY;
        signal[1][1002] = 1e30f;

        float[][] mixed = mix(RATE, EVERYTHING, signal, 4096);

        assertThat(Signals.isFinite(mixed)).isTrue();
        assertThat(Signals.errorDb(clean, mixed)).isLessThan(-10);
    }

    @Test
    void refusesImpossibleRatesAndOptions() {
        assertThatThrownBy(() -> new MixChain(4000, Parameters.neutral(), ChainOptions.defaults()))
                .hasMessage("a mix is made at 8000 to 192000 frames per second, not 4000.0; resample the track");
        assertThatThrownBy(() -> ChainOptions.defaults().withCeilingDbtp(0.5))
                .hasMessage("the ceiling must be from -20.0 to 0 dBTP, not 0.5");
        assertThatThrownBy(() -> ChainOptions.defaults().withMakeUpDb(Double.NaN))
                .hasMessage("the make-up gain must be within ±100.0 dB, not NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000})
    void anyParametersGiveASoundBelowTheCeiling(double rate) {
        var random = new Random((long) rate);
        float[][] signal = Signals.programme(rate, 7, 12_000);
        for (int draw = 0; draw < 8; draw++) {
            var parameters = Parameters.of(random.doubles(Parameters.COUNT).toArray());

            float[][] out = mix(rate, parameters, signal, 1000);

            assertThat(Signals.isFinite(out)).as("%s", parameters).isTrue();
            assertThat(Decibels.ofAmplitude(Signals.peak(out)))
                    .as("%s", parameters)
                    .isLessThanOrEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void extremeParametersGiveASoundBelowTheCeiling(double all) {
        double[] values = new double[Parameters.COUNT];
        Arrays.fill(values, all);

        float[][] out = mix(RATE, Parameters.of(values), Signals.programme(RATE, 8, 44_100), 4096);

        assertThat(Signals.isFinite(out)).isTrue();
        assertThat(Decibels.ofAmplitude(Signals.peak(out))).isLessThanOrEqualTo(-1);
    }

    @Test
    void soundDecaysBelowHearingWithoutSubnormalNumbers() {
        var chain = new MixChain(8000, EVERYTHING, ChainOptions.defaults());
        float[][] block = Signals.noise(9, 1, 8000);
        chain.process(block, 8000);
        for (int i = 0; i < 60; i++) {
            block = Signals.silence(8000);
            chain.process(block, 8000);
        }

        assertThat(Signals.peak(block)).isLessThan(1e-18);
        assertThat(Signals.countSubnormal(block)).isZero();
    }
}
