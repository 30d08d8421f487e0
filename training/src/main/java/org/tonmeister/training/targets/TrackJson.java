package org.tonmeister.training.targets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The JSON beside a track's windows.
 *
 * @param fingerprint names the settings by which the examples were made
 * @param examples in the order of their windows
 */
record TrackJson(String fingerprint, List<Entry> examples) {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    TrackJson {
        examples = List.copyOf(examples);
    }

    /** An example and the number of its windows, as JSON has them. */
    record Entry(
            String track,
            String id,
            String protocol,
            String source,
            Map<String, Double> parameters,
            List<String> known,
            int windows) {
        static Entry of(Example example, int windows) {
            return new Entry(
                    example.track(),
                    example.id(),
                    example.protocol().jsonName(),
                    example.source(),
                    example.parameters().toMap(),
                    example.known().stream().map(Parameter::jsonName).toList(),
                    windows);
        }

        Example example() {
            return new Example(
                    track,
                    id,
                    Protocol.ofJsonName(protocol),
                    source,
                    Parameters.fromMap(parameters),
                    known.stream().map(Parameter::ofJsonName).collect(Collectors.toSet()));
        }
    }

    /** @throws IOException if there is no such file or it is not one of these; the message names it */
    static TrackJson read(Path file) throws IOException {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), TrackJson.class);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    void write(Path file) throws IOException {
        Files.write(file, MAPPER.writeValueAsBytes(this));
    }
}
