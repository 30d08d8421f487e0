package org.tonmeister.neural.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** A whole network with the weights of two parts, and its inputs. */
final class TestNetworks {
    private TestNetworks() {}

    static MixNetwork loaded(Architecture architecture, TestParts parts, NDManager manager) {
        var network = new MixNetwork(architecture);
        Weights.load(network.encoder(), manager, parts.encoder().weights());
        Weights.load(network.head(), manager, parts.head().weights());
        return network;
    }

    /** The first window is asked about, the others are its reference. */
    static NDList inputs(
            Architecture architecture, TestParts parts, List<SpectrogramWindow> windows, NDManager manager) {
        Picture layout = architecture.picture();
        int count = windows.size();
        float[] pictures = new float[count * layout.size()];
        float[] figures = new float[count * Figures.SIZE];
        float[] shares = new float[count];
        for (int i = 0; i < count; i++) {
            float[] picture = layout.of(windows.get(i));
            parts.encoder().facts().scale().apply(picture);
            System.arraycopy(picture, 0, pictures, i * layout.size(), layout.size());
            float[] numbers = Figures.of(windows.get(i));
            parts.head().facts().scale().apply(numbers);
            System.arraycopy(numbers, 0, figures, i * Figures.SIZE, Figures.SIZE);
            shares[i] = i == 0 ? 0 : 1f / (count - 1);
        }
        return new NDList(
                manager.create(pictures, new Shape(count, Picture.channels(), layout.bins(), layout.frames()))
                        .toType(DataType.FLOAT32, false),
                manager.create(figures, new Shape(count, Figures.SIZE)),
                manager.create(shares, new Shape(1, count)),
                manager.create(new float[] {1}, new Shape(1, 1)));
    }
}
