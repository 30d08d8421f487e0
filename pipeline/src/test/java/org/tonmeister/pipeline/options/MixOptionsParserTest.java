package org.tonmeister.pipeline.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;

class MixOptionsParserTest {
    @Test
    void nothingGiven_isTheSchemasDefaults() {
        assertThat(MixOptionsParser.parse(Map.of()))
                .isEqualTo(MixOptions.newBuilder().build());
    }

    @Test
    void readsEveryOption() {
        var options = MixOptionsParser.parse(Map.of(
                "format", "Opus",
                "loudness", "-18.5",
                "ceiling", "-2",
                "strength", "0.75",
                "strength.lowEq", "0.5",
                "override.WIDTH", "1",
                "variant", "cnn-ml"));

        assertThat(options)
                .isEqualTo(MixOptions.newBuilder()
                        .setFormat(MixFormat.OPUS)
                        .setLoudnessLufs(-18.5)
                        .setCeilingDbtp(-2)
                        .setStrength(0.75)
                        .setStageStrengths(Map.of("lowEq", 0.5))
                        .setOverrides(Map.of("width", 1.0))
                        .setVariant("cnn-ml")
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"streaming,-14", "apple,-16", "broadcast,-23", "club,-9", "-40,-40", "-5,-5"})
    void readsLoudness(String text, double lufs) {
        assertThat(MixOptionsParser.parse(Map.of("loudness", text)).getLoudnessLufs())
                .isEqualTo(lufs);
    }

    @Test
    void loudnessNone_leavesItToTheModels() {
        assertThat(MixOptionsParser.parse(Map.of("loudness", "none")).getLoudnessLufs())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "flac,FLAC",
        "wav,WAV24",
        "wav16,WAV16",
        "wav24,WAV24",
        "wav32f,WAV32F",
        "mp3,MP3",
        "m4a,M4A",
        "opus,OPUS"
    })
    void readsFormat(String text, MixFormat format) {
        assertThat(MixOptionsParser.parse(Map.of("format", text)).getFormat()).isEqualTo(format);
    }

    @Test
    void negativeZero_isZero() {
        double ceiling = MixOptionsParser.parse(Map.of("ceiling", "-0.0")).getCeilingDbtp();

        assertThat(Double.doubleToRawLongBits(ceiling)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format|ogg|Option format is 'ogg': must be one of flac, wav16, wav24, wav32f, mp3, m4a, opus",
                "loudness|-41|Option loudness is '-41': must be a number from -40 to -5 LUFS, or streaming, apple,"
                        + " broadcast, club or none",
                "loudness|-4.9|Option loudness is '-4.9': must be a number from -40 to -5 LUFS, or streaming, apple,"
                        + " broadcast, club or none",
                "ceiling|0.1|Option ceiling is '0.1': must be a number from -20 to 0 dBTP",
                "ceiling|-20.5|Option ceiling is '-20.5': must be a number from -20 to 0 dBTP",
                "strength|1.01|Option strength is '1.01': must be a number from 0 to 1",
                "strength|NaN|Option strength is 'NaN': must be a number from 0 to 1",
                "strength|0x1p-1|Option strength is '0x1p-1': must be a number from 0 to 1",
                "strength.lowEq|-1|Option strength.lowEq is '-1': must be a number from 0 to 1",
                "strength.bass|1|Option 'strength.bass': there is no parameter 'bass'; there are inputGain,"
                        + " compression, highEq, midEq, lowEq, presence, reverb, delay, width, outputLevel",
                "override.|1|Option 'override.': there is no parameter ''; there are inputGain, compression, highEq,"
                        + " midEq, lowEq, presence, reverb, delay, width, outputLevel",
                "variant|a b|Option variant is 'a b': must be ensemble, all, or the name of a model",
                "loudnes|-14|Option 'loudnes' is not known: there are format, loudness, ceiling, strength,"
                        + " strength.<parameter>, override.<parameter>, variant",
            })
    void rejects(String name, String value, String message) {
        assertThatThrownBy(() -> MixOptionsParser.parse(Map.of(name, value)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "loudness", "ceiling", "strength", "strength.x", "override.lowEq", "variant"})
    void knowsItsOptions(String name) {
        assertThat(MixOptionsParser.isOption(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename", "traceparent", "content-type", "Format", ""})
    void leavesOtherNamesAlone(String name) {
        assertThat(MixOptionsParser.isOption(name)).isFalse();
    }
}
