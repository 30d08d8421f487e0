package org.tonmeister.neural.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tonmeister.neural.input.Scale;

/**
 * One half of a network in files: {@code encoder.json} and {@code encoder.params}, or {@code head.json} and {@code
 * head.params}. The JSON says what the weights need to be used; the weights are as DJL writes them.
 *
 * @param facts the JSON
 * @param weights the bytes of the params file
 * @param version a name that changes with every bit of either: the first eight digits of their SHA-256
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to DJL, never compared
public record PartFile(Facts facts, byte[] weights, String version) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int VERSION_DIGITS = 8;

    /** Which half. */
    public enum Part {
        ENCODER("encoder"),
        HEAD("head");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        String json() {
            return label + ".json";
        }

        String params() {
            return label + ".params";
        }
    }

    /**
     * What weights need to be used.
     *
     * @param architecture label of the architecture
     * @param encoder what a head was trained on: name and version of the encoder; null in an encoder's own file
     * @param dimensions length of the embedding
     * @param scale of the pictures for an encoder, of the figures for a head
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Facts(
            @JsonProperty(required = true) String architecture,
            String encoder,
            @JsonProperty(required = true) int dimensions,
            @JsonProperty(required = true) Scale scale) {}

    /** A part from what it consists of. */
    public static PartFile of(Facts facts, byte[] weights) {
        return new PartFile(facts, weights, version(json(facts), weights));
    }

    /**
     * Reads a part.
     *
     * @throws IllegalArgumentException if the JSON is not one of these
     * @throws IOException if a file is missing or cannot be read
     */
    public static PartFile read(NetworkFiles files, Part part) throws IOException {
        byte[] json = files.read(part.json());
        try {
            return of(JSON.readValue(json, Facts.class), files.read(part.params()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    part.json() + " does not describe a network: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * As {@link #read}, or nothing if there is no such part.
     *
     * @throws IllegalArgumentException if the JSON is not one of these
     * @throws IOException if the JSON is there and the weights are missing, or a file cannot be read
     */
    public static Optional<PartFile> find(NetworkFiles files, Part part) throws IOException {
        try {
            files.read(part.json());
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(read(files, part));
    }

    /** Writes the two files that {@link #read} reads. */
    public void write(Path folder, Part part) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(part.params()), weights);
        Files.writeString(folder.resolve(part.json()), json(facts) + "\n");
    }

    private static String json(Facts facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(String json, byte[] weights) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.getBytes(StandardCharsets.UTF_8));
            digest.update(weights);
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
