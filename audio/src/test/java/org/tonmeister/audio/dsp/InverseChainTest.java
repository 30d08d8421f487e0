package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.audio.filter.AtMasteringRates;

class InverseChainTest {
    private static final ChainOptions OPTIONS = ChainOptions.defaults().withoutLimiter();

    @AtMasteringRates
    void theChain_givesTheMasterBack_withoutCompression(int rate) {
        float[][] master = Signals.programme(rate, 1, 4 * rate);
        for (int draw = 0; draw < 8; draw++) {
            // Given
            Parameters parameters = drawn(draw).with(Parameter.COMPRESSION, 0);

            // When
            float[][] flawed = inverse(rate, parameters, 0, master, master[0].length);
            float[][] back = forward(rate, parameters, OPTIONS, flawed);

            // Then
            assertThat(Signals.errorDb(master, flawed)).isGreaterThan(-20);
            assertThat(Signals.errorDb(master, back)).as("%s", parameters).isLessThan(-120);
        }
    }

    @AtMasteringRates
    void theInverse_givesTheInputBack_withoutCompression(int rate) {
        float[][] input = Signals.programme(rate, 2, 4 * rate);
        for (int draw = 0; draw < 8; draw++) {
            // Given
            Parameters parameters = drawn(draw).with(Parameter.COMPRESSION, 0);

            // When
            float[][] back = inverse(rate, parameters, 0, forward(rate, parameters, OPTIONS, input), input[0].length);

            // Then
            assertThat(Signals.errorDb(input, back)).as("%s", parameters).isLessThan(-120);
        }
    }

    /** The chain's high-pass of 2 Hz behind the compressor, which has no part in the inverse, is all that is left. */
    @AtMasteringRates
    void theChain_givesTheMasterBack_withCompression_butForItsHighPass(int rate) {
        float[][] master = Signals.programme(rate, 3, 4 * rate);
        for (int draw = 0; draw < 8; draw++) {
            // Given
            Parameters parameters = drawn(draw);
            double makeUpDb = InverseMakeUpTest.makeUpDb(rate, parameters, master);

            // When
            float[][] flawed = inverse(rate, parameters, makeUpDb, master, master[0].length);
            float[][] back = forward(rate, parameters, OPTIONS.withMakeUpDb(makeUpDb), flawed);

            // Then
            assertThat(Signals.errorDb(master, back)).as("%s", parameters).isLessThan(-20);
            float[][] passed = highPassed(rate, master);
            assertThat(Signals.errorDb(passed, back)).as("%s", parameters).isLessThan(-110);
        }
    }

    @AtMasteringRates
    void blocks_changeNothing(int rate) {
        // Given
        float[][] master = Signals.programme(rate, 4, rate);
        Parameters parameters = drawn(5);

        // When
        float[][] whole = inverse(rate, parameters, 6, master, master[0].length);
        float[][] pieces = inverse(rate, parameters, 6, master, 777);

        // Then
        assertThat(pieces).isDeepEqualTo(whole);
    }

    @Test
    void neutral_changesNoBit() {
        float[][] master = Signals.programme(44_100, 5, 44_100);

        float[][] out = inverse(44_100, Parameters.neutral(), 5, master, 4096);

        assertThat(out).isDeepEqualTo(master);
    }

    @ParameterizedTest
    @EnumSource(names = {"REVERB", "DELAY"})
    void refuses_sends(Parameter send) {
        Parameters parameters = Parameters.neutral().with(send, 0.25);

        assertThatThrownBy(() -> new InverseChain(44_100, parameters, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(send.jsonName() + " has no inverse: it must be 0, not 0.25");
    }

    /** All that can be inverted, from the whole range. */
    static Parameters drawn(long seed) {
        var random = new SplittableRandom(seed);
        Parameters parameters = Parameters.neutral();
        for (Parameter parameter : Parameter.values()) {
            double value = random.nextDouble();
            if (parameter != Parameter.REVERB && parameter != Parameter.DELAY) {
                parameters = parameters.with(parameter, value);
            }
        }
        return parameters;
    }

    static float[][] inverse(int rate, Parameters parameters, double makeUpDb, float[][] signal, int blockFrames) {
        var chain = new InverseChain(rate, parameters, makeUpDb);
        float[][] out = Signals.copy(signal);
        float[][] block = new float[2][blockFrames];
        for (int at = 0; at < out[0].length; at += blockFrames) {
            int frames = Math.min(blockFrames, out[0].length - at);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(out[c], at, block[c], 0, frames);
            }
            chain.process(block, frames);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(block[c], 0, out[c], at, frames);
            }
        }
        return out;
    }

    private static float[][] forward(int rate, Parameters parameters, ChainOptions options, float[][] signal) {
        float[][] out = Signals.copy(signal);
        new MixChain(rate, parameters, options).process(out, out[0].length);
        return out;
    }

    private static float[][] highPassed(int rate, float[][] signal) {
        return Signals.through(new StereoFirstOrder(FirstOrder.highPass(rate, MixChain.DC_BLOCKER_HZ)), signal);
    }
}
