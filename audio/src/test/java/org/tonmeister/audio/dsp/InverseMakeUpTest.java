package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.tonmeister.audio.filter.AtMasteringRates;

class InverseMakeUpTest {
    private static final double WORK_LEVEL_LUFS = -20;

    /**
     * Noise and plucked basses are hard: the power of a block is not that of its neighbours. Recorded music gives 0.05
     * dB at most.
     */
    @AtMasteringRates
    void theMeter_findsTheSameMakeUp_inWhatTheInverseChainGives(int rate) {
        assertThat(worstErrorDb(rate, swelling(rate))).isLessThan(0.2);
        assertThat(worstErrorDb(rate, Music.notes(rate, 1, 8))).isLessThan(0.2);
    }

    @AtMasteringRates
    void theInverseCompressor_keepsTheLoudness(int rate) {
        float[][] master = atWorkLevel(rate, Music.notes(rate, 2, 10));
        for (double compression : new double[] {0.1, 0.5, 1}) {
            // Given
            Parameters parameters = Parameters.neutral().with(Parameter.COMPRESSION, compression);

            // When
            double makeUpDb = makeUpDb(rate, parameters, master);

            // Then
            float[][] flawed = InverseChainTest.inverse(rate, parameters, makeUpDb, master, 4096);
            assertThat(Signals.weightedDb(rate, flawed)).isCloseTo(Signals.weightedDb(rate, master), within(0.15));
        }
    }

    @AtMasteringRates
    void isNone_withoutCompressionOrSound_orBelowTheThreshold(int rate) {
        float[][] master = atWorkLevel(rate, Signals.programme(rate, 3, rate));
        Parameters squeezed = Parameters.neutral().with(Parameter.COMPRESSION, 1);

        assertThat(makeUpDb(rate, Parameters.neutral(), master)).isZero();
        assertThat(makeUpDb(rate, squeezed, Signals.silence(rate))).isZero();
        assertThat(makeUpDb(rate, squeezed, Signals.scaled(master, -40))).isZero();
    }

    @AtMasteringRates
    void isAllThatTheCompressorTakesAway_whereItTakesAwayAllOfTheTime(int rate) {
        // Given a tone 20 dB above the level at which a ratio of 8 reaches the most
        float[][] tone = Signals.sine(rate, 1000, 10, 2 * rate);
        Parameters squeezed = Parameters.neutral().with(Parameter.COMPRESSION, 1);

        // When
        double makeUpDb = makeUpDb(rate, squeezed, tone);

        // Then: but for the attack
        assertThat(makeUpDb).isCloseTo(Compressor.MAX_REDUCTION_DB, within(0.1));
    }

    static double makeUpDb(int rate, Parameters parameters, float[][] master) {
        var makeUp = new InverseMakeUp(rate, parameters);
        makeUp.add(master, 0, master[0].length);
        return makeUp.makeUpDb();
    }

    /** Of make-up gains, over parameters from the whole range. */
    private static double worstErrorDb(int rate, float[][] signal) {
        float[][] master = atWorkLevel(rate, signal);
        double worst = 0;
        for (int draw = 0; draw < 12; draw++) {
            Parameters parameters = InverseChainTest.drawn(draw);
            double makeUpDb = makeUpDb(rate, parameters, master);
            float[][] flawed = InverseChainTest.inverse(rate, parameters, makeUpDb, master, 4096);
            var meter = new MakeUpMeter(rate, parameters);
            meter.add(flawed, flawed[0].length);
            assertThat(makeUpDb).as("%s", parameters).isBetween(0.2, Compressor.MAX_REDUCTION_DB);
            worst = Math.max(worst, Math.abs(meter.makeUpDb() - makeUpDb));
        }
        return worst;
    }

    /** Pink noise, twice a second between its level and 12 dB below it. */
    private static float[][] swelling(int rate) {
        float[][] signal = Signals.pinkNoise(rate, 1, 1, 8 * rate);
        for (int i = 0; i < signal[0].length; i++) {
            double levelDb = 6 * Math.sin(4 * Math.PI * i / rate);
            for (float[] channel : signal) {
                channel[i] *= (float) Decibels.toAmplitude(levelDb);
            }
        }
        return signal;
    }

    private static float[][] atWorkLevel(int rate, float[][] signal) {
        double lufs = Signals.weightedDb(rate, signal) - Decibels.ofPower(signal[0].length) - 0.691;
        return Signals.scaled(signal, WORK_LEVEL_LUFS - lufs);
    }
}
