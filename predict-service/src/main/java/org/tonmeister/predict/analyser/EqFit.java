package org.tonmeister.predict.analyser;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.EqBand;

/**
 * Finds the gains of the four equaliser bands that bring a tonal balance nearest to the masters': generalised least
 * squares over the balance bands with the filters' responses in dB as the basis, a free overall level, and a ridge, so
 * that two bands never fight each other. Neighbouring bands of masters deviate together, and the highest the most. For
 * the gains considered the responses are near enough to proportional.
 */
final class EqFit {
    private static final double SAMPLE_RATE = 44_100;
    private static final double PROBE_GAIN_DB = 6;
    /** Flaws are seldom larger: the ridge is the one of gains with this deviation. */
    private static final double GAIN_DEVIATION_DB = 6;

    /**
     * How much of a band's deviation its neighbour shares, in spreads; in the training split 0.4 to 0.9. So a balance
     * that is dull by degrees counts for little, and a step or a bump counts.
     */
    private static final double NEIGHBOURS_ALIKE = 0.9;

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
        double[] before = null;
        for (int i = 0; i < BASIS.length; i++) {
            if (measuredDb.get(i) <= MasterFeatures.EMPTY_DB) {
                before = null;
                continue;
            }
            double[] equation = equation(i, measuredDb.get(i));
            add(before == null ? equation : unlike(equation, before), normal);
            before = equation;
        }
        for (int band = 0; band < UNKNOWNS; band++) {
            normal[band][band] += band < EQ_BANDS ? 1 / (GAIN_DEVIATION_DB * GAIN_DEVIATION_DB) : 1e-9;
        }
        double[] solution = solve(normal);
        var gainsDb = new EnumMap<EqBand, Double>(EqBand.class);
        for (int band = 0; band < EQ_BANDS; band++) {
            gainsDb.put(BANDS[band], solution[band]);
        }
        return gainsDb;
    }

    /** What the gains and the level should add up to in a band, in spreads of the masters: [unknowns], then the sum. */
    private double[] equation(int band, double measuredDb) {
        double[] equation = new double[UNKNOWNS + 1];
        double spread = balanceDb.get(band).spread();
        for (int column = 0; column < UNKNOWNS; column++) {
            equation[column] = BASIS[band][column] / spread;
        }
        equation[UNKNOWNS] = (balanceDb.get(band).median() - measuredDb) / spread;
        return equation;
    }

    /** The part of an equation that the one before does not foretell, as of a first-order autoregressive process. */
    private static double[] unlike(double[] equation, double[] before) {
        double[] rest = new double[equation.length];
        double deviation = Math.sqrt(1 - NEIGHBOURS_ALIKE * NEIGHBOURS_ALIKE);
        for (int column = 0; column < rest.length; column++) {
            rest[column] = (equation[column] - NEIGHBOURS_ALIKE * before[column]) / deviation;
        }
        return rest;
    }

    private static void add(double[] equation, double[][] normal) {
        for (int row = 0; row < UNKNOWNS; row++) {
            for (int column = 0; column <= UNKNOWNS; column++) {
                normal[row][column] += equation[row] * equation[column];
            }
        }
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
