package org.tonmeister.training.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.neural.input.Scale;

/**
 * Some bags as arrays: N windows that are asked about, then the windows of the references.
 *
 * @param inputs as {@link org.tonmeister.neural.network.MixNetwork} reads them
 * @param belongs which window is in which bag, {@code [B, N]}
 * @param weights of the windows by loudness, {@code [N, 1]}
 * @param truth {@code [B, 10]}
 * @param known how much each counts, {@code [B, 10]}
 */
record Batch(NDList inputs, NDArray belongs, NDArray weights, NDArray truth, NDArray known) {
    static Batch of(List<Pick> picks, WindowTable table, Scale pictures, Scale figures, NDManager manager) {
        int asked = picks.stream().mapToInt(p -> p.windows().length).sum();
        var rows = new ArrayList<Row>();
        picks.forEach(p -> add(p.windows(), p.levelDb(), rows));
        picks.forEach(p -> add(p.reference(), 0, rows));
        float[][] shares = new float[asked][rows.size()];
        float[][] has = new float[asked][1];
        float[][] belongs = new float[picks.size()][asked];
        float[][] weights = new float[asked][1];
        float[][] truth = new float[picks.size()][];
        float[][] known = new float[picks.size()][];
        int window = 0;
        int reference = asked;
        for (int b = 0; b < picks.size(); b++) {
            Pick pick = picks.get(b);
            for (int row : pick.windows()) {
                for (int i = 0; i < pick.reference().length; i++) {
                    shares[window][reference + i] = 1f / pick.reference().length;
                    has[window][0] = 1;
                }
                belongs[b][window] = 1;
                weights[window][0] = table.weight(row);
                window++;
            }
            reference += pick.reference().length;
            truth[b] = truth(pick.truth());
            known[b] = ExampleWeights.of(pick.bag().example());
        }
        var inputs = new NDList(
                pictures(rows, table, pictures, manager),
                figures(rows, table, figures, manager),
                manager.create(shares),
                manager.create(has));
        return new Batch(
                inputs, manager.create(belongs), manager.create(weights), manager.create(truth), manager.create(known));
    }

    /** A window, and by how many dB it is made louder. */
    private record Row(int at, float levelDb) {}

    private static void add(int[] from, double levelDb, List<Row> rows) {
        for (int row : from) {
            rows.add(new Row(row, (float) levelDb));
        }
    }

    private static NDArray pictures(List<Row> rows, WindowTable table, Scale scale, NDManager manager) {
        Picture layout = table.layout();
        float[] all = new float[rows.size() * layout.size()];
        for (int i = 0; i < rows.size(); i++) {
            float[] picture = table.picture(rows.get(i).at());
            Picture.amplify(picture, rows.get(i).levelDb());
            scale.apply(picture);
            System.arraycopy(picture, 0, all, i * picture.length, picture.length);
        }
        return manager.create(all, new Shape(rows.size(), Picture.channels(), layout.bins(), layout.frames()));
    }

    private static NDArray figures(List<Row> rows, WindowTable table, Scale scale, NDManager manager) {
        float[] all = new float[rows.size() * Figures.SIZE];
        for (int i = 0; i < rows.size(); i++) {
            float[] figures = table.figures(rows.get(i).at());
            Figures.amplify(figures, rows.get(i).levelDb());
            scale.apply(figures);
            System.arraycopy(figures, 0, all, i * figures.length, figures.length);
        }
        return manager.create(all, new Shape(rows.size(), Figures.SIZE));
    }

    private static float[] truth(Parameters parameters) {
        float[] truth = new float[Parameters.COUNT];
        for (Parameter p : Parameter.values()) {
            truth[p.ordinal()] = (float) parameters.get(p);
        }
        return truth;
    }
}
