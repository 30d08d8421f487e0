package org.tonmeister.predict.ensemble;

import java.util.List;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/** The weighted mean of several models' parameters. */
final class Blend {
    private Blend() {}

    /**
     * The mean of each parameter; where all models say neutral it is neutral to the last bit, since only then does the
     * chain leave the sound untouched.
     *
     * @param values of each model
     * @param shares [models][parameters], adding up to 1 over the models
     */
    static Parameters of(List<Parameters> values, double[][] shares) {
        double[] blended = new double[Parameters.COUNT];
        Parameter[] parameters = Parameter.values();
        for (int i = 0; i < parameters.length; i++) {
            Parameter p = parameters[i];
            double sum = 0;
            for (int m = 0; m < shares.length; m++) {
                sum += shares[m][i] * values.get(m).get(p);
            }
            boolean neutral = values.stream().allMatch(value -> value.isNeutral(p));
            blended[i] = neutral ? p.neutral() : Math.min(1, sum);
        }
        return Parameters.of(blended);
    }
}
