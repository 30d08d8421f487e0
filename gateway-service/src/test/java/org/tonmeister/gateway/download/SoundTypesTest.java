package org.tonmeister.gateway.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTypesTest {
    @ParameterizedTest
    @CsvSource({
        "audio/x-wav, a.mp3, audio/x-wav",
        ", a.MP3, audio/mpeg",
        ", a, application/octet-stream",
        "text/html, a.wav, audio/wav",
        "text/html, a.html, application/octet-stream",
        "'audio/mpeg\r\nX: y', a.bin, application/octet-stream"
    })
    void of_isNeverWhatABrowserWouldShow(String said, String fileName, String served) {
        assertThat(SoundTypes.of(Optional.ofNullable(said), fileName)).isEqualTo(served);
    }
}
