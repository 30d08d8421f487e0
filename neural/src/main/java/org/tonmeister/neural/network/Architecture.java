package org.tonmeister.neural.network;

import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.Optional;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;

/** The networks there are: what each sees, and the blocks it is made of. */
public enum Architecture {
    BASELINE_CNN("baseline-cnn", new Picture(64, 52, 2), 64),
    ENHANCED_CNN("enhanced-cnn", new Picture(64, 52, 2), 64),
    AST("ast", new Picture(128, 112, 1), 64);

    private static final int LAYERS = 3;
    private static final int HEADS = 4;
    private static final int WIDE = 384;
    private static final int NARROW = 192;
    private static final float ENCODER_DROPOUT = 0.05f;
    private static final float LAYER_DROPOUT = 0.05f;
    private static final float HEAD_DROPOUT = 0.1f;

    private final String label;
    private final Picture picture;
    private final int dimensions;

    Architecture(String label, Picture picture, int dimensions) {
        this.label = label;
        this.picture = picture;
        this.dimensions = dimensions;
    }

    /** The name of models of this kind, in settings, files and tables. */
    public String label() {
        return label;
    }

    /** What the encoder sees of a window. */
    public Picture picture() {
        return picture;
    }

    /** Length of the encoder's output. */
    public int dimensions() {
        return dimensions;
    }

    /** The architecture of a label. */
    public static Optional<Architecture> of(String label) {
        return Arrays.stream(values()).filter(a -> a.label.equals(label)).findFirst();
    }

    /** A new encoder, {@code [N, 2, bins, frames]} to {@code [N, dimensions]}. */
    Block encoder() {
        return switch (this) {
            case BASELINE_CNN -> Convolutions.baseline(dimensions, ENCODER_DROPOUT);
            case ENHANCED_CNN -> Convolutions.enhanced(dimensions, ENCODER_DROPOUT);
            case AST ->
                new SpectrogramTransformer(
                        dimensions,
                        picture.bins()
                                / SpectrogramTransformer.PATCH
                                * (picture.frames() / SpectrogramTransformer.PATCH),
                        LAYERS,
                        HEADS,
                        LAYER_DROPOUT);
        };
    }

    /** A new head for embeddings of {@code dimensions} numbers and the figures. */
    static Block head(int dimensions) {
        return new Head(dimensions + Figures.SIZE, WIDE, NARROW, HEAD_DROPOUT);
    }
}
