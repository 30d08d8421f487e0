package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackMeterTest {
    private static final int RATE = 48_000;

    @ParameterizedTest
    @ValueSource(ints = {8000, 44_100, 48_000, 96_000})
    void sine_hasItsLevels_andStandsInItsBandAlone(int rate) {
        // Given 10 s of a full-scale sine at 1 kHz, the same on both channels
        float[][] sine = stereo(10 * rate, i -> Math.sin(2 * Math.PI * 1000 * i / rate), 1, 1);

        // When
        var analysis = analysis(rate, sine, 4096);

        // Then
        assertThat(analysis.seconds()).isEqualTo(10);
        assertThat(analysis.rmsDbfs()).isCloseTo(-3.01, within(0.01));
        assertThat(analysis.samplePeakDbfs()).isCloseTo(0, within(0.01));
        assertThat(analysis.crestDb()).isCloseTo(3.01, within(0.01));
        assertThat(analysis.measurement().truePeakDbtp()).isCloseTo(0, within(0.1));
        assertThat(analysis.measurement().loudness().integratedLufs()).isCloseTo(0, within(0.1));
        assertThat(analysis.peakToLoudnessLu()).isCloseTo(0, within(0.2));
        for (FrequencyBand band : FrequencyBand.thirdOctaves(rate / 2.0)) {
            if (band.name().equals("1k")) {
                assertThat(analysis.spectrum().relativeDb(band)).isCloseTo(0, within(0.01));
            } else {
                assertThat(analysis.spectrum().relativeDb(band)).as(band.name()).isLessThan(-60);
            }
        }
    }

    @Test
    void spectrum_addsUpToTheMeanSquare() {
        float[][] noise = noise(5 * RATE + 12_345, 0.25, 0.1);

        var analysis = analysis(RATE, noise, 1000);

        double sum = 0;
        for (int bin = 0; bin < analysis.spectrum().mid().length; bin++) {
            sum += analysis.spectrum().mid()[bin] + analysis.spectrum().side()[bin];
        }
        assertThat(10 * Math.log10(sum)).isCloseTo(analysis.rmsDbfs(), within(0.05));
    }

    @Test
    void pinkNoise_isFlatPerOctave() {
        float[][] pink = pinkNoise(60 * RATE);

        var spectrum = analysis(RATE, pink, 8192).spectrum();

        double reference = spectrum.relativeDb(FrequencyBand.octaves(RATE / 2.0).get(5));
        assertThat(FrequencyBand.octaves(RATE / 2.0))
                .hasSize(10)
                .allSatisfy(band ->
                        assertThat(spectrum.relativeDb(band)).as(band.name()).isCloseTo(reference, within(0.7)));
    }

    @Test
    void whiteNoise_risesByADecibelPerThirdOctave() {
        float[][] noise = noise(20 * RATE, 0.1, 0.1);

        var spectrum = analysis(RATE, noise, 8192).spectrum();

        var bands = FrequencyBand.thirdOctaves(RATE / 2.0);
        assertThat(bands).hasSize(31);
        // From 250 Hz on, where a band has enough bins to average over.
        for (int i = 12; i < bands.size(); i++) {
            assertThat(spectrum.relativeDb(bands.get(i)) - spectrum.relativeDb(bands.get(i - 1)))
                    .as(bands.get(i).name())
                    .isCloseTo(1, within(0.5));
        }
    }

    @Test
    void mono_hasNoSide() {
        float[][] mono = stereo(RATE, i -> 0.5 * Math.sin(0.1 * i), 1, 1);

        var analysis = analysis(RATE, mono, 777);

        assertThat(analysis.sideDbfs()).isEqualTo(TrackAnalysis.SILENCE_DBFS);
        assertThat(analysis.sideToMidDb()).isEqualTo(-TrackAnalysis.WIDEST_DB);
        assertThat(analysis.correlation()).isEqualTo(1);
    }

    @Test
    void side_isMeasuredAgainstMid() {
        // L = 1·x, R = 0.6·x: mid 0.8·x, side 0.2·x
        float[][] uneven = stereo(RATE, i -> 0.5 * Math.sin(0.1 * i), 1, 0.6);

        var analysis = analysis(RATE, uneven, 777);

        assertThat(analysis.sideToMidDb()).isCloseTo(20 * Math.log10(0.25), within(0.001));
        assertThat(analysis.correlation()).isCloseTo(1, within(1e-6));
    }

    @Test
    void oppositeChannels_areAllSide() {
        float[][] opposite = stereo(RATE, i -> 0.5 * Math.sin(0.1 * i), 1, -1);

        var analysis = analysis(RATE, opposite, 777);

        assertThat(analysis.sideToMidDb()).isEqualTo(TrackAnalysis.WIDEST_DB);
        assertThat(analysis.correlation()).isEqualTo(-1);
    }

    @Test
    void dcOffset_isTheMean_andInNoBand() {
        float[][] shifted = stereo(4 * RATE, i -> 0.01 + 0.1 * Math.sin(2 * Math.PI * 440 * i / RATE), 1, -1);

        var analysis = analysis(RATE, shifted, 4096);

        assertThat(analysis.dcLeft()).isCloseTo(0.01, within(1e-6));
        assertThat(analysis.dcRight()).isCloseTo(-0.01, within(1e-6));
        assertThat(analysis.dcDbfs()).isCloseTo(-40, within(0.001));
        var bands = FrequencyBand.thirdOctaves(RATE / 2.0);
        assertThat(analysis.spectrum().relativeDb(bands.get(0))).isLessThan(-60);
    }

    @Test
    void silence_hasFiniteFigures() {
        var analysis = analysis(RATE, new float[2][5 * RATE], 4096);

        assertThat(analysis.samplePeakDbfs()).isEqualTo(-150);
        assertThat(analysis.rmsDbfs()).isEqualTo(-150);
        assertThat(analysis.crestDb()).isZero();
        assertThat(analysis.peakToLoudnessLu()).isZero();
        assertThat(analysis.sideToMidDb()).isZero();
        assertThat(analysis.correlation()).isZero();
        assertThat(analysis.dcDbfs()).isEqualTo(-150);
        assertThat(analysis.spectrum()
                        .relativeDb(FrequencyBand.octaves(RATE / 2.0).get(0)))
                .isEqualTo(-100);
        assertThat(analysis.loudnessOverTime().momentaryLufs())
                .containsOnly(-70f)
                .hasSize(50);
    }

    @Test
    void nothing_hasFiniteFigures() {
        var analysis = analysis(RATE, new float[2][0], 4096);

        assertThat(analysis.seconds()).isZero();
        assertThat(analysis.rmsDbfs()).isEqualTo(-150);
        assertThat(analysis.loudnessOverTime().momentaryLufs()).isEmpty();
    }

    @Test
    void blocks_doNotMatter() {
        float[][] noise = noise(3 * RATE + 1234, 0.3, 0.2);

        var whole = analysis(RATE, noise, noise[0].length);
        var pieces = analysis(RATE, noise, 61);

        assertThat(pieces.measurement()).isEqualTo(whole.measurement());
        assertThat(pieces.spectrum().mid()).isEqualTo(whole.spectrum().mid());
        assertThat(pieces.loudnessOverTime().momentaryLufs())
                .isEqualTo(whole.loudnessOverTime().momentaryLufs());
        assertThat(pieces.rmsDbfs()).isCloseTo(whole.rmsDbfs(), within(1e-9));
    }

    @Test
    void measurement_isThatOfTheMeters() {
        float[][] noise = noise(7 * RATE + 99, 0.3, 0.2);
        var meters = new Meters(RATE);
        meters.add(noise, noise[0].length);

        assertThat(analysis(RATE, noise, 4096).measurement()).isEqualTo(meters.result());
    }

    @Test
    void loudnessOverTime_followsTheLevel() {
        // 5 s quiet, 5 s 20 dB louder
        float[][] steps =
                stereo(10 * RATE, i -> (i < 5 * RATE ? 0.05 : 0.5) * Math.sin(2 * Math.PI * 1000 * i / RATE), 1, 1);

        var curve = analysis(RATE, steps, 4096).loudnessOverTime();

        assertThat(curve.stepSeconds()).isEqualTo(0.1);
        assertThat(curve.momentaryLufs()).hasSize(100);
        assertThat(curve.momentaryLufs()[48] - curve.momentaryLufs()[10]).isCloseTo(0, within(0.05f));
        assertThat(curve.momentaryLufs()[60] - curve.momentaryLufs()[48]).isCloseTo(20, within(0.05f));
        assertThat(curve.shortTermLufs()[60] - curve.shortTermLufs()[48]).isCloseTo(16, within(0.5f));
    }

    @Test
    void loudnessOverTime_ofLongTracks_isCoarser_andKeepsTheMaxima() {
        var meter = new LoudnessTracer(8000);
        float[][] second = new float[2][8000];
        // 20 minutes of silence are 12,000 steps.
        for (int i = 0; i < 1200; i++) {
            meter.add(i == 700 ? stereo(8000, n -> Math.sin(n), 1, 1) : second, 8000);
        }

        var curve = meter.curve();

        assertThat(curve.stepSeconds()).isEqualTo(0.4);
        assertThat(curve.momentaryLufs()).hasSize(3000);
        int loud = (int) (700 / 0.4) + 2;
        // The loudest 400 ms may begin between two points of the curve.
        assertThat((double) curve.momentaryLufs()[loud])
                .isCloseTo(meter.finish().maxMomentaryLufs(), within(0.01));
        assertThat(curve.momentaryLufs()[loud - 3]).isEqualTo(-70f);
    }

    private static TrackAnalysis analysis(int rate, float[][] signal, int blockFrames) {
        var meter = new TrackMeter(rate);
        float[][] block = new float[2][blockFrames];
        for (int done = 0; done < signal[0].length; done += blockFrames) {
            int frames = Math.min(blockFrames, signal[0].length - done);
            System.arraycopy(signal[0], done, block[0], 0, frames);
            System.arraycopy(signal[1], done, block[1], 0, frames);
            meter.add(block, frames);
        }
        return meter.finish();
    }

    private static float[][] stereo(int frames, IntToDoubleFunction sample, double left, double right) {
        float[][] signal = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            double x = sample.applyAsDouble(i);
            signal[0][i] = (float) (left * x);
            signal[1][i] = (float) (right * x);
        }
        return signal;
    }

    private static float[][] noise(int frames, double left, double right) {
        var random = new Random(7);
        float[][] signal = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            signal[0][i] = (float) (left * random.nextGaussian());
            signal[1][i] = (float) (right * random.nextGaussian());
        }
        return signal;
    }

    /** Paul Kellet's filter of white noise: within 0.05 dB of −3 dB an octave above 9.2 Hz at 44.1 kHz. */
    private static float[][] pinkNoise(int frames) {
        var random = new Random(11);
        double[] b = new double[7];
        return stereo(
                frames,
                i -> {
                    double white = random.nextGaussian();
                    b[0] = 0.99886 * b[0] + white * 0.0555179;
                    b[1] = 0.99332 * b[1] + white * 0.0750759;
                    b[2] = 0.96900 * b[2] + white * 0.1538520;
                    b[3] = 0.86650 * b[3] + white * 0.3104856;
                    b[4] = 0.55000 * b[4] + white * 0.5329522;
                    b[5] = -0.7616 * b[5] - white * 0.0168980;
                    double pink = b[0] + b[1] + b[2] + b[3] + b[4] + b[5] + b[6] + white * 0.5362;
                    b[6] = white * 0.115926;
                    return 0.02 * pink;
                },
                1,
                1);
    }
}
