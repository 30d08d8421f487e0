package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFormatTest {
    @ParameterizedTest
    @CsvSource({"8, 16", "16, 16", "20, 24", "24, 24", "32, 24", "64, 24"})
    void flac_hasTheSourcesBits_asFarAsItCan(int sourceBits, int flacBits) {
        assertThat(OutputFormat.flacBits(sourceBits)).isEqualTo(flacBits);
    }

    @ParameterizedTest
    @CsvSource({
        "flac, FLAC", "FLAC, FLAC", "wav24, WAV24", "wav 24, WAV24", "WAV-16, WAV16", "wav 32f, WAV32F",
                "wav_32, WAV32F",
        "wav, WAV24", "wav 16 bit, WAV16", ".mp3, MP3", "m4a, M4A", "aac, M4A", "opus, OPUS", "Ogg, OPUS"
    })
    void parse_readsWhatUsersWrite(String name, OutputFormat expected) {
        assertThat(OutputFormat.parse(name)).isEqualTo(expected);
    }

    @Test
    void parse_namesTheChoices() {
        assertThatThrownBy(() -> OutputFormat.parse("wma"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no output format 'wma';"
                        + " choose one of flac, wav16, wav24, wav32f, mp3, m4a, opus");
    }

    @Test
    void everyFormat_hasExtensionAndMediaType() {
        for (OutputFormat format : OutputFormat.values()) {
            assertThat(format.extension()).matches("[a-z0-9]{3,4}");
            assertThat(format.mediaType()).startsWith("audio/");
        }
    }
}
