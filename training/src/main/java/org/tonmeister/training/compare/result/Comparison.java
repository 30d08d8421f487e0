package org.tonmeister.training.compare.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/**
 * Everything that was found out about a song. Levels of spectra and distances are of all versions brought to the same
 * loudness, {@value #LEVEL_LUFS} LUFS.
 *
 * @param song what was mixed
 * @param reference what the mix should be like; null if there is none
 * @param format of the files, as in {@code --format}
 * @param loudnessLufs what was asked for; null: what the models say
 * @param ensembleWeights version of the weights
 * @param leftOut networks that were not asked
 * @param versions the original first, then the mixes
 * @param bands third-octaves of the spectra
 * @param distances MR-STFT, [versions][versions], symmetric; of two versions the earlier one is the reference. Null
 *     where one of the two is silent or too short
 */
public record Comparison(
        Song song,
        Reference reference,
        String format,
        Double loudnessLufs,
        String ensembleWeights,
        List<LeftOut> leftOut,
        List<Version> versions,
        List<Band> bands,
        List<List<Double>> distances) {
    /** The loudness of spectra and distances. */
    public static final double LEVEL_LUFS = -20;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A network that was not asked.
     *
     * @param model its name
     * @param reason for the user
     */
    public record LeftOut(String model, String reason) {}

    /**
     * A third-octave band.
     *
     * @param name nominal centre in Hz
     * @param hz exact centre
     */
    public record Band(String name, double hz) {}

    /**
     * The record that the mix should be like.
     *
     * @param name of its file
     * @param figures as those of the versions
     * @param bandsDb spectrum, one level for each band
     */
    public record Reference(String name, Figures figures, List<Double> bandsDb) {}

    /** The version that everything is compared with. */
    public Version original() {
        return versions.get(0);
    }

    /** As JSON, indented. */
    public String json() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The inverse of {@link #json}.
     *
     * @throws IllegalArgumentException if the text is none of a comparison
     */
    public static Comparison parse(String json) {
        try {
            return JSON.readValue(json, Comparison.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a comparison: " + e.getOriginalMessage(), e);
        }
    }
}
