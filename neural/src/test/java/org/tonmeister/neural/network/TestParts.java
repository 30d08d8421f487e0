package org.tonmeister.neural.network;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.neural.input.Scale;

/** Networks of random weights. */
record TestParts(PartFile encoder, PartFile head) {
    static TestParts of(Architecture architecture, int seed) {
        Torch.engine().setRandomSeed(seed);
        var network = new MixNetwork(architecture);
        Picture layout = architecture.picture();
        try (var manager = Torch.manager()) {
            network.initialize(
                    manager,
                    DataType.FLOAT32,
                    new Shape(2, Picture.channels(), layout.bins(), layout.frames()),
                    new Shape(2, Figures.SIZE),
                    new Shape(2, 2),
                    new Shape(2, 1));
            var encoder = PartFile.of(
                    new PartFile.Facts(
                            architecture.label(), null, architecture.dimensions(), scale(2 * layout.bins(), -60, 15)),
                    Weights.of(network.encoder()));
            var head = PartFile.of(
                    new PartFile.Facts(
                            architecture.label(),
                            architecture.label() + "+" + encoder.version(),
                            architecture.dimensions(),
                            scale(Figures.SIZE, -10, 20)),
                    Weights.of(network.head()));
            return new TestParts(encoder, head);
        }
    }

    static Scale scale(int size, float mean, float deviation) {
        return new Scale(Collections.nCopies(size, mean), Collections.nCopies(size, deviation));
    }
}
