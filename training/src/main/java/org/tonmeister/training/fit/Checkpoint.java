package org.tonmeister.training.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A training after one of its epochs, so that it can go on from there. One file beside the network: the
 * state as JSON, then weights, their moving average and the optimizer's moments, each behind its length.
 *
 * @param state all that is no tensor
 * @param trained the weights
 * @param averaged their moving average
 * @param moments of the optimizer
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Checkpoint(State state, byte[] trained, byte[] averaged, byte[] moments) {
    private static final String FILE = "checkpoint.bin";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is no tensor.
     *
     * @param examples a digest of what it learns from
     * @param steps the optimizer's
     * @param bestFigure the least validation figure so far
     * @param log plan and epochs so far
     */
    record State(String examples, int steps, double bestFigure, FitLog log) {}

    /**
     * The checkpoint of a folder, if there is one.
     *
     * @throws IOException if there is a file that is none
     */
    static Optional<Checkpoint> find(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            State state = JSON.readValue(part(in), State.class);
            return Optional.of(new Checkpoint(state, part(in), part(in), part(in)));
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is no checkpoint of this version: remove it to begin anew", e);
        }
    }

    /** Replaces the folder's checkpoint; a crash leaves the old one or the new one. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(FILE + ".part");
        try (var out = new DataOutputStream(Files.newOutputStream(unfinished))) {
            for (byte[] part : new byte[][] {JSON.writeValueAsBytes(state), trained, averaged, moments}) {
                out.writeInt(part.length);
                out.write(part);
            }
        }
        Files.move(
                unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the checkpoint of a training that has ended out of its folder. */
    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    private static byte[] part(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
