package org.tonmeister.training.fit;

import java.util.ArrayList;
import java.util.List;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** What a network reads of many windows, in memory: pictures in hundredths of a dB, figures, weights. */
final class WindowTable {
    private static final float STEPS_PER_DB = 100;

    private final Picture layout;
    private final List<short[]> pictures = new ArrayList<>();
    private final List<float[]> figures = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    WindowTable(Picture layout) {
        this.layout = layout;
    }

    /** Takes a window in and says in which row it stands. */
    int add(SpectrogramWindow window) {
        float[] levels = layout.of(window);
        short[] steps = new short[levels.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (short) Math.round(levels[i] * STEPS_PER_DB);
        }
        pictures.add(steps);
        figures.add(Figures.of(window));
        weights.add((float) WindowWeight.of(window.getStatistics()));
        return pictures.size() - 1;
    }

    int size() {
        return pictures.size();
    }

    Picture layout() {
        return layout;
    }

    /** Levels of a window in dB. */
    float[] picture(int row) {
        short[] steps = pictures.get(row);
        float[] levels = new float[steps.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = steps[i] / STEPS_PER_DB;
        }
        return levels;
    }

    float[] figures(int row) {
        return figures.get(row).clone();
    }

    /** How much the window counts by its loudness. */
    float weight(int row) {
        return weights.get(row);
    }
}
