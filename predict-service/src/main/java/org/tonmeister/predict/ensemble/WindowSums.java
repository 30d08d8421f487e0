package org.tonmeister.predict.ensemble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.ModelAccount;
import org.tonmeister.schemas.record.Prediction;

/**
 * One model's running sums over the windows of an upload. Windows are added in their order, so that the sums are the
 * same to the last bit at every replay.
 */
final class WindowSums {
    private static final List<Double> ZEROS = Collections.nCopies(Parameters.COUNT, 0.0);

    private WindowSums() {}

    /** The account of a model whose window 0 is {@code prediction}. */
    static ModelAccount start(Prediction prediction, PassRound pass, boolean answered) {
        var empty = new ModelAccount(
                pass.toString(),
                prediction.getModelPass(),
                prediction.getModelVersion(),
                0,
                0.0,
                ZEROS,
                ZEROS,
                prediction.getAudio(),
                prediction.getAudio(),
                null,
                answered);
        return add(empty, prediction);
    }

    /**
     * The account with one more window; complete if that window closes the track.
     *
     * @throws IllegalArgumentException if the prediction's numbers are none, or it closes a track of another length
     */
    static ModelAccount add(ModelAccount account, Prediction prediction) {
        double weight = prediction.getWeight();
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The weight of a prediction of model '" + prediction.getModel() + "' is " + weight);
        }
        int windows = prediction.getWindow() + 1;
        var closing = prediction.getClosing();
        if (closing != null && closing.getWindows() != windows) {
            throw new IllegalArgumentException("Window " + prediction.getWindow() + " of model '"
                    + prediction.getModel() + "' closes a track of " + closing.getWindows() + " windows");
        }
        double[] values =
                ParameterRecords.parameters(prediction.getParameters()).toArray();
        return new ModelAccount(
                account.getPass(),
                account.getModelPass(),
                account.getVersion(),
                windows,
                account.getWeight() + weight,
                plus(account.getWeighted(), values, weight),
                plus(account.getPlain(), values, 1),
                account.getFirst(),
                prediction.getAudio(),
                closing,
                account.getWaived());
    }

    /** The same account with its pass answered. */
    static ModelAccount answered(ModelAccount account) {
        return new ModelAccount(
                account.getPass(),
                account.getModelPass(),
                account.getVersion(),
                account.getNext(),
                account.getWeight(),
                account.getWeighted(),
                account.getPlain(),
                account.getFirst(),
                account.getLast(),
                account.getClosing(),
                true);
    }

    static boolean isComplete(ModelAccount account) {
        return account.getClosing() != null;
    }

    /** The model's parameters for the track: the weighted mean over its windows, or the plain one if all is silence. */
    static Parameters mean(ModelAccount account) {
        boolean silent = account.getWeight() == 0;
        var sums = silent ? account.getPlain() : account.getWeighted();
        double count = silent ? account.getNext() : account.getWeight();
        double[] means = new double[Parameters.COUNT];
        for (int i = 0; i < means.length; i++) {
            // A mean of numbers up to 1 may come out an ulp above it.
            means[i] = Math.min(1, sums.get(i) / count);
        }
        return Parameters.of(means);
    }

    private static List<Double> plus(List<Double> sums, double[] values, double weight) {
        var added = new ArrayList<Double>(values.length);
        for (int i = 0; i < values.length; i++) {
            added.add(sums.get(i) + weight * values[i]);
        }
        return added;
    }
}
