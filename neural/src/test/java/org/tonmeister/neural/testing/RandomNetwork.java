package org.tonmeister.neural.testing;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.file.PartFile.Facts;
import org.tonmeister.neural.file.PartFile.Part;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.neural.input.Scale;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.MixNetwork;
import org.tonmeister.neural.network.Torch;
import org.tonmeister.neural.network.Weights;

/**
 * A network that has learnt nothing: random weights, the same for the same seed.
 *
 * @param encoder one half
 * @param head the other
 */
public record RandomNetwork(PartFile encoder, PartFile head) {
    private static final Scale PICTURES = scale(-50, 20, 1);
    private static final Scale FIGURES = scale(-20, 20, Figures.SIZE);

    /** A network of an architecture. */
    public static RandomNetwork of(Architecture architecture, int seed) {
        Torch.engine().setRandomSeed(seed);
        try (var manager = Torch.manager()) {
            var network = new MixNetwork(architecture);
            Picture picture = architecture.picture();
            network.initialize(
                    manager,
                    DataType.FLOAT32,
                    new Shape(1, Picture.channels(), picture.bins(), picture.frames()),
                    new Shape(1, Figures.SIZE),
                    new Shape(1, 1),
                    new Shape(1, 1));
            String label = architecture.label();
            int dimensions = architecture.dimensions();
            var encoder = PartFile.of(new Facts(label, null, dimensions, PICTURES), Weights.of(network.encoder()));
            var head = PartFile.of(
                    new Facts(label, label + "+" + encoder.version(), dimensions, FIGURES), Weights.of(network.head()));
            return new RandomNetwork(encoder, head);
        }
    }

    /** Writes its four files; the folder. */
    public Path write(Path folder) throws IOException {
        encoder.write(folder, Part.ENCODER);
        head.write(folder, Part.HEAD);
        return folder;
    }

    private static Scale scale(float mean, float deviation, int groups) {
        return new Scale(Collections.nCopies(groups, mean), Collections.nCopies(groups, deviation));
    }
}
