package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MpegAudioHeaderTest {
    @ParameterizedTest
    @CsvSource({
        // MPEG-1 layer III: 128 kb/s at 44.1 kHz without and with padding, 320 kb/s, 320 kb/s at 32 kHz
        "FFFB9064, 417",
        "FFFB9264, 418",
        "FFFBE064, 1044",
        "FFFBE864, 1440",
        // MPEG-2 layer III: 64 kb/s at 22.05 kHz; MPEG-2.5 layer III: 32 kb/s at 8 kHz
        "FFF38064, 208",
        "FFE34864, 288",
        // MPEG-1 layer II: 192 kb/s at 48 kHz; layer I: 384 kb/s at 44.1 kHz
        "FFFDA404, 576",
        "FFFFC004, 416",
        // MPEG-2 layer II: 160 kb/s at 24 kHz
        "FFF5E404, 960"
    })
    void frameBytes_areThoseOfTheStandard(String header, int bytes) {
        assertThat(MpegAudioHeader.frameBytes(Integer.parseUnsignedInt(header, 16)))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"54414700", "00000000", "FFFB0064", "FFFBF064", "FFFB9C64", "FFEB9064", "FFF99064"})
    void whatIsNoHeader_hasNoFrame(String header) {
        assertThat(MpegAudioHeader.frameBytes(Integer.parseUnsignedInt(header, 16)))
                .isZero();
    }
}
