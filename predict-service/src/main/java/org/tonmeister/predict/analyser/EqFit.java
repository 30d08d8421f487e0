package org.tonmeister.predict.analyser;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.EqBand;

/**
 * Finds the gains of the four equaliser bands that bring a tonal balance nearest to the masters': least squares
 * over the balance bands with the filters' responses in dB as the basis, a free overall level, and a small ridge, so that
 * two bands never fight each other. For the gains considered the responses are near enough to proportional.
 */
final class EqFit {
    private static final double SAMPLE_RATE = 44_100;
    private static final double PROBE_GAIN_DB = 6;
    /** A gain has a weight of 1.5 and more in the normal equations, so this takes a twentieth off it. */
    private static final double RIDGE = 0.1;

    private static final EqBand[] BANDS = EqBand.values();
    private static final int EQ_BANDS = BANDS.length;
    /** The gains, then the level. */
    private static final int UNKNOWNS = EQ_BANDS + 1;

    /** Response in dB per dB of gain, [balance bands][unknowns]. */
    private static final double[][] BASIS = basis();

    private final List<Spread> balanceDb;

    /** @param balanceDb of the masters, [balance bands] */
    EqFit(List<Spread> balanceDb) {
        this.balanceDb = List.copyOf(balanceDb);
    }

    /**
     * The gains in dB.
     *
     * @param measuredDb [balance bands]; empty ones are left out
     */
    Map<EqBand, Double> gainsDb(List<Double> measuredDb) {
        double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
        for (int i = 0; i < BASIS.length; i++) {
            if (measuredDb.get(i) <= MasterFeatures.EMPTY_DB) {
                continue;
            }
            double lacking = balanceDb.get(i).median() - measuredDb.get(i);
            for (int row = 0; row < UNKNOWNS; row++) {
                for (int column = 0; column < UNKNOWNS; column++) {
                    normal[row][column] += BASIS[i][row] * BASIS[i][column];
                }
                normal[row][UNKNOWNS] += BASIS[i][row] * lacking;
            }
        }
        for (int band = 0; band < UNKNOWNS; band++) {
            normal[band][band] += band < EQ_BANDS ? RIDGE : 1e-9;
        }
        double[] solution = solve(normal);
        var gainsDb = new EnumMap<EqBand, Double>(EqBand.class);
        for (int band = 0; band < EQ_BANDS; band++) {
            gainsDb.put(BANDS[band], solution[band]);
        }
        return gainsDb;
    }

    /** Gauss elimination; the ridge makes every pivot positive. */
    private static double[] solve(double[][] system) {
        for (int pivot = 0; pivot < UNKNOWNS; pivot++) {
            for (int row = pivot + 1; row < UNKNOWNS; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= UNKNOWNS; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[UNKNOWNS];
        for (int row = UNKNOWNS - 1; row >= 0; row--) {
            double rest = system[row][UNKNOWNS];
            for (int column = row + 1; column < UNKNOWNS; column++) {
                rest -= system[row][column] * solution[column];
            }
            solution[row] = rest / system[row][row];
        }
        return solution;
    }

    private static double[][] basis() {
        double[][] basis = new double[BalanceBand.ALL.size()][UNKNOWNS];
        for (int i = 0; i < basis.length; i++) {
            double hertz = BalanceBand.ALL.get(i).centreHz();
            for (int band = 0; band < EQ_BANDS; band++) {
                var probe = BANDS[band].coefficients(SAMPLE_RATE, PROBE_GAIN_DB);
                basis[i][band] = probe.magnitudeDb(SAMPLE_RATE, hertz) / PROBE_GAIN_DB;
            }
            basis[i][EQ_BANDS] = 1;
        }
        return basis;
    }
}
