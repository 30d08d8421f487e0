package org.tonmeister.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;

class ReportJsonTest {
    private final JsonNode report = parse(ReportJson.render(SampleMix.of("song.mixed.flac")));

    @Test
    void parameters_areTheTenInTableOrder() {
        assertThat(names(report.get("parameters")))
                .containsExactlyElementsOf(Arrays.stream(Parameter.values())
                        .map(Parameter::jsonName)
                        .toList());
        assertThat(report.at("/parameters/inputGain").doubleValue()).isEqualTo(0.62);
        assertThat(report.at("/parameters/outputLevel").doubleValue()).isZero();
    }

    @Test
    void models_areKeyedByName_withTheirOwnTenAndTheirWeights() {
        assertThat(names(report.get("models"))).containsExactly("analyser", "cnn");
        assertThat(report.at("/models/cnn/version").textValue()).isEqualTo("7b");
        assertThat(report.at("/models/cnn/parameters/reverb").doubleValue()).isEqualTo(0.7);
        assertThat(report.at("/models/cnn/weights/reverb").doubleValue()).isEqualTo(0.25);
        assertThat(report.at("/models/cnn/windows").intValue()).isEqualTo(6);
        assertThat(report.at("/missingModels/0").textValue()).isEqualTo("ast");
    }

    @Test
    void figures_areThoseOfTheRecord() {
        assertThat(report.at("/before/lufs").doubleValue()).isEqualTo(-18.24);
        assertThat(report.at("/after/lufs").doubleValue()).isEqualTo(-14.02);
        assertThat(report.at("/after/lra").doubleValue()).isEqualTo(5.2);
        assertThat(report.at("/after/truePeakDbtp").doubleValue()).isEqualTo(-1.04);
        assertThat(report.at("/after/maxMomentaryLufs").doubleValue()).isEqualTo(-9.25);
        assertThat(report.at("/after/maxShortTermLufs").doubleValue()).isEqualTo(-11.75);
        assertThat(report.at("/gainReduction/limitedShare").doubleValue()).isEqualTo(0.123);
    }

    @Test
    void whatItIs_isSaid() {
        assertThat(report.get("track").textValue()).isEqualTo("song-0badcafe");
        assertThat(report.get("format").textValue()).isEqualTo("flac");
        assertThat(report.get("sha256").textValue()).isEqualTo("00".repeat(32));
        assertThat(report.at("/source/channels").intValue()).isEqualTo(6);
        assertThat(report.at("/options/loudnessLufs").doubleValue()).isEqualTo(-14.0);
        assertThat(names(report.at("/options/overrides"))).containsExactly("delay", "width");
        assertThat(report.at("/notes/0").textValue()).startsWith("The file has six channels");
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
