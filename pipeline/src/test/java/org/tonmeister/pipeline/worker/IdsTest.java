package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void uploadIsNamedByItsPlace() {
        assertThat(UploadIds.of(upload("track"))).isEqualTo("2-71");
    }

    @Test
    void trackIsNamedByTheKey() {
        assertThat(TrackIds.of(upload("Für Elise"))).isEqualTo("Für Elise");
    }

    @Test
    void trackWithoutAKey_isNamedByItsPlace() {
        assertThat(TrackIds.of(upload(""))).isEqualTo("upload-2-71");
        assertThat(TrackIds.of(new ConsumerRecord<>("uploads", 2, 71, null, new byte[0])))
                .isEqualTo("upload-2-71");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Für Elise (take 2)", "曲/01", "🎵"})
    void validTrackIds(String id) {
        assertThat(TrackIds.isValid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\nb", "a\u0000", "a\u200Bb", "a\uFFFDb", "\uD83C"})
    void invalidTrackIds(String id) {
        assertThat(TrackIds.isValid(id)).isFalse();
    }

    @Test
    void trackId_hasAtMost200Characters() {
        assertThat(TrackIds.isValid("x".repeat(200))).isTrue();
        assertThat(TrackIds.isValid("x".repeat(201))).isFalse();
    }

    private static ConsumerRecord<byte[], byte[]> upload(String key) {
        return new ConsumerRecord<>("uploads", 2, 71, key.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }
}
