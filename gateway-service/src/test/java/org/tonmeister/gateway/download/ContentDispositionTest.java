package org.tonmeister.gateway.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "song.flac | attachment; filename=\"song.flac\"",
                "a b.flac | attachment; filename=\"a b.flac\"",
                // The example of RFC 8187, section 3.2.2.
                "€ rates | attachment; filename=\"_ rates\"; filename*=UTF-8''%E2%82%AC%20rates",
                "a\"b | attachment; filename=\"a_b\"; filename*=UTF-8''a%22b",
                "a%20b | attachment; filename=\"a_20b\"; filename*=UTF-8''a%2520b",
            })
    void of_givesNamesThatAnyClientReads(String fileName, String header) {
        assertThat(ContentDisposition.of(true, fileName)).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void of_withoutName_saysOnlyHow(String fileName) {
        assertThat(ContentDisposition.of(false, fileName)).isEqualTo("inline");
    }
}
