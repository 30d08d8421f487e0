package org.tonmeister.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/** The parameters in a report that an earlier {@code mix} or {@code render} has written. */
final class EarlierReport {
    private EarlierReport() {}

    /** @throws UserException if they cannot be read */
    static Parameters parameters(Path file) {
        JsonNode values = read(file).path("parameters");
        if (!values.isObject()) {
            throw unusable(file, "it has no \"parameters\"; it should be the report of a mix, NAME.report.json");
        }
        var byName = new HashMap<String, Double>();
        for (Parameter parameter : Parameter.values()) {
            JsonNode value = values.path(parameter.jsonName());
            if (!value.isNumber()) {
                throw unusable(file, "its parameters lack " + parameter.jsonName());
            }
            byName.put(parameter.jsonName(), value.doubleValue());
        }
        try {
            return Parameters.fromMap(byName);
        } catch (IllegalArgumentException e) {
            throw unusable(file, e.getMessage());
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw unusable(file, "it is not JSON");
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is not text");
        } catch (IOException e) {
            throw unusable(file, Reasons.of(e));
        }
    }

    private static UserException unusable(Path file, String reason) {
        return UserException.usage("cannot take the parameters from " + file + ": " + reason);
    }
}
