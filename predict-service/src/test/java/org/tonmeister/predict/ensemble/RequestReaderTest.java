package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixRequest;

class RequestReaderTest {
    private final RequestReader reader = new RequestReader();

    @Test
    void readsTheWordMix_withOptionsInHeaders() {
        var request = read(
                "mix\n",
                new TextHeader("loudness", "-20"),
                new TextHeader("request-id", "quieter"),
                new TextHeader("upload-id", "3-17"),
                new TextHeader("traceparent", "00-1-1-01"));

        assertThat(request.getOptions().getLoudnessLufs()).isEqualTo(-20);
        assertThat(request.getRequestId()).isEqualTo("quieter");
        assertThat(request.getUploadId()).isEqualTo("3-17");
        assertThat(read("mix").getUploadId()).isNull();
        assertThat(read("mix").getRequestId()).isNotEqualTo(read("mix").getRequestId());
    }

    @Test
    void readsAvro_andNothing() {
        var request = new MixRequest("r", null, MixOptions.newBuilder().build());

        byte[] bytes = AvroSerde.of(MixRequest.class).encode(request);

        assertThat(reader.deserialize("mix-requests", new RecordHeaders(), bytes))
                .isEqualTo(request);
        assertThat(reader.deserialize("mix-requests", new RecordHeaders(), (byte[]) null))
                .isNull();
    }

    @Test
    void refuses_otherWords_andOptionsThatThereAreNot() {
        assertThatThrownBy(() -> read("remix")).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("mix", new TextHeader("strength", "2")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("strength");
    }

    private MixRequest read(String value, Header... headers) {
        return reader.deserialize("mix-requests", new RecordHeaders(headers), value.getBytes(StandardCharsets.UTF_8));
    }
}
