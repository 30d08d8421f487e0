package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.targets.Example;

/**
 * Absolute errors of a row. Every track counts once, however many examples there are of it.
 *
 * @param byTrack mean over the track's examples, [tracks][parameters]
 */
@SuppressWarnings("ArrayRecordComponent") // read as a table, never compared
record Errors(double[][] byTrack) {
    /** The errors at those examples that {@code which} takes; tracks without one are left out. */
    static Errors of(List<JudgedTrack> tracks, String row, Level level, Predicate<Example> which) {
        var byTrack = new ArrayList<double[]>();
        for (JudgedTrack track : tracks) {
            List<double[]> errors = track.rows().get(row).stream()
                    .filter(judged -> which.test(judged.example()))
                    .map(level::errors)
                    .toList();
            if (!errors.isEmpty()) {
                byTrack.add(mean(errors));
            }
        }
        return new Errors(byTrack.toArray(double[][]::new));
    }

    int tracks() {
        return byTrack.length;
    }

    /** Mean absolute error of one parameter. */
    double mae(Parameter parameter) {
        return mae(List.of(parameter), all());
    }

    /** Mean absolute error over some parameters. */
    double mae(List<Parameter> parameters) {
        return mae(parameters, all());
    }

    /** The same of a selection of tracks, in which one may be several times. */
    double mae(List<Parameter> parameters, int[] tracks) {
        double sum = 0;
        for (int track : tracks) {
            for (Parameter parameter : parameters) {
                sum += byTrack[track][parameter.ordinal()];
            }
        }
        return sum / tracks.length / parameters.size();
    }

    /** 1 − MAE / MAE of the others; 0 where these are without error. */
    double skill(List<Parameter> parameters, Errors constant) {
        return skill(parameters, constant, all());
    }

    double skill(List<Parameter> parameters, Errors constant, int[] tracks) {
        double least = constant.mae(parameters, tracks);
        return least == 0 ? 0 : 1 - mae(parameters, tracks) / least;
    }

    private int[] all() {
        return IntStream.range(0, byTrack.length).toArray();
    }

    private static double[] mean(List<double[]> errors) {
        double[] mean = new double[Parameters.COUNT];
        for (double[] one : errors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / errors.size();
            }
        }
        return mean;
    }
}
