package org.tonmeister.neural.network;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An encoder in a TorchScript file, with the interface of the published Audio Spectrogram Transformer: a picture {@code
 * [1, frames, bins]} in, an embedding {@code [1, D]} or {@code [D]} out. For one thread.
 */
public final class ScriptedEncoder implements AutoCloseable {
    private final Model model;
    private final NDManager manager;
    private final ParameterStore store;

    /**
     * An encoder from its file.
     *
     * @throws IllegalArgumentException if it is no TorchScript file
     * @throws IOException if it cannot be read
     */
    public ScriptedEncoder(Path file) throws IOException {
        manager = Torch.manager();
        store = new ParameterStore(manager, false);
        model = Model.newInstance(
                String.valueOf(file.getFileName()), Torch.engine().getEngineName());
        try (InputStream in = Files.newInputStream(file)) {
            model.load(in);
        } catch (MalformedModelException | EngineException e) {
            close();
            throw new IllegalArgumentException("it is no TorchScript file", e);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * The embedding of a picture.
     *
     * @param picture {@code [frames][bins]}
     * @return {@code [D]}
     * @throws IllegalArgumentException if the file's network does not take such a picture, or answers with something else
     */
    public float[] embedding(float[][] picture) {
        try (var scope = manager.newSubManager()) {
            var input = scope.create(picture).reshape(new Shape(1, picture.length, picture[0].length));
            NDList answer = model.getBlock().forward(store, new NDList(input), false);
            answer.attach(scope);
            if (answer.size() != 1 || !isRow(answer.get(0))) {
                throw new IllegalArgumentException("its answer is not one row of 32-bit numbers");
            }
            return answer.get(0).toFloatArray();
        } catch (EngineException e) {
            throw new IllegalArgumentException(
                    "it does not take a picture [1, " + picture.length + ", " + picture[0].length + "]: "
                            + firstLine(e),
                    e);
        }
    }

    private static boolean isRow(NDArray answer) {
        Shape shape = answer.getShape();
        return answer.getDataType() == DataType.FLOAT32
                && shape.dimension() > 0
                && shape.getLastDimension() == shape.size();
    }

    private static String firstLine(EngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        model.close();
        manager.close();
    }
}
