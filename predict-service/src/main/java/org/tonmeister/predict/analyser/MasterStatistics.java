package org.tonmeister.predict.analyser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.EqBand;

/**
 * How finished masters measure: medians and spreads over their windows, where each track counts the same. As JSON, an
 * object of these names; a {@link Spread} is {@code {"median": …, "spread": …}}.
 *
 * @param version names the measurement
 * @param tracks how many masters were measured
 * @param windows how many of their windows
 * @param bandHz centres of the balance bands, [bands]
 * @param balanceDb as {@link MasterFeatures#balanceDb}, [bands]
 * @param eqGainsDb the gains that {@link EqFit} finds for the masters themselves, by parameter name
 * @param dynamicsDb as {@link MasterFeatures#dynamicsDb}
 * @param sideToMidDb as {@link MasterFeatures#sideToMidDb}, without mono
 */
public record MasterStatistics(
        String version,
        int tracks,
        int windows,
        List<Double> bandHz,
        List<Spread> balanceDb,
        Map<String, Spread> eqGainsDb,
        Spread dynamicsDb,
        Spread sideToMidDb) {
    private static final String RESOURCE = "/org/tonmeister/predict/masters.json";

    /** Checks and copies. */
    public MasterStatistics {
        int bands = BalanceBand.ALL.size();
        if (version == null || dynamicsDb == null || sideToMidDb == null || eqGainsDb == null) {
            throw new IllegalArgumentException("they lack version, dynamicsDb, sideToMidDb or eqGainsDb");
        }
        if (bandHz == null || balanceDb == null || bandHz.size() != bands || balanceDb.size() != bands) {
            throw new IllegalArgumentException("they must have " + bands + " balance bands");
        }
        for (EqBand band : EqBand.values()) {
            if (!eqGainsDb.containsKey(band.parameter().jsonName())) {
                throw new IllegalArgumentException(
                        "they lack " + band.parameter().jsonName());
            }
        }
        bandHz = List.copyOf(bandHz);
        balanceDb = List.copyOf(balanceDb);
        eqGainsDb = Collections.unmodifiableMap(new LinkedHashMap<>(eqGainsDb));
    }

    /**
     * The ones that come with this release.
     *
     * @throws IllegalStateException if they have not been measured yet
     */
    public static MasterStatistics bundled() {
        try (InputStream in = MasterStatistics.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE + ": measure the masters first");
            }
            return parse(in.readAllBytes(), RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The ones in a file.
     *
     * @throws IllegalArgumentException if it is not such a file
     * @throws IOException if it cannot be read
     */
    public static MasterStatistics read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.toString());
    }

    /** Writes the file that {@link #read} reads. */
    public void write(Path file) throws IOException {
        var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(file, mapper.writeValueAsString(this) + "\n");
    }

    private static MasterStatistics parse(byte[] json, String source) throws IOException {
        try {
            return new ObjectMapper().readValue(json, MasterStatistics.class);
        } catch (JsonProcessingException e) {
            String reason = e.getCause() instanceof IllegalArgumentException cause
                    ? cause.getMessage()
                    : e.getOriginalMessage();
            throw new IllegalArgumentException("Not a file of master statistics: " + source + ": " + reason, e);
        }
    }
}
