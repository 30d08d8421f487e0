package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.testing.Answers.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.testing.Downstream;
import org.tonmeister.gateway.testing.Noise;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Upload;

/** Files in and out, through a real gateway and a real broker. */
@ExtendWith(SharedBroker.class)
class UploadAndFetchIT {
    @TempDir
    private Path temp;

    private TestPipeline pipeline;
    private Downstream services;
    private RunningGateway gateway;

    @BeforeEach
    void start(TestBroker broker) throws Exception {
        pipeline = new TestPipeline(broker);
        services = new Downstream(pipeline);
        gateway = RunningGateway.start(pipeline, temp);
    }

    @AfterEach
    void stop() {
        gateway.close();
        services.close();
        pipeline.close();
    }

    @Test
    void aRawUpload_isInTheLogWithItsOptions_andComesBackWholeAndInParts() {
        // Given
        byte[] file = Noise.bytes(3_000_000);

        // When
        var answer = gateway.send(
                "PUT",
                "/v1/tracks/my%20track?filename=song.wav&format=mp3&strength.reverb=0.5",
                BodyPublishers.ofByteArray(file));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/v1/tracks/my%20track");
        var records = pipeline.committed(Topic.UPLOADS);
        assertThat(records).hasSize(1);
        assertThat(new String(records.get(0).key(), StandardCharsets.UTF_8)).isEqualTo("my track");
        Upload upload = AvroSerde.of(Upload.class).decode(records.get(0).value());
        assertThat(upload.getFileName()).isEqualTo("song.wav");
        assertThat(upload.getOptions().getFormat()).hasToString("MP3");
        assertThat(upload.getOptions().getStageStrengths()).containsEntry("reverb", 0.5);
        assertThat(upload.getContent().getBytes()).isEqualTo(file.length);
        assertThat(json(answer).path("uploadId").asText())
                .isEqualTo(records.get(0).partition() + "-" + records.get(0).offset());

        seen("/v1/tracks/my%20track");
        var whole = gateway.bytes("/v1/tracks/my%20track/original");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(file);
        var part = gateway.bytes("/v1/tracks/my%20track/original", "Range", "bytes=1500000-2200000");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 1500000-2200000/3000000");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 1_500_000, 2_200_001));
    }

    @Test
    void aFileThatIsARecord_comesBackInPartsToo() {
        byte[] file = Noise.bytes(700_000);
        pipeline.publish(Topic.UPLOADS, "raw", file);

        seen("/v1/tracks/raw");
        var part = gateway.bytes("/v1/tracks/raw/original", "Range", "bytes=-5");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 699_995, 700_000));
        assertThat(gateway.bytes("/v1/tracks/raw/original").body()).isEqualTo(file);
    }

    @Test
    void aMix_isServedUnderItsName_andNotAgainToWhoHasIt() {
        // Given
        byte[] file = Noise.bytes(1_200_000);
        gateway.send("PUT", "/v1/tracks/song", BodyPublishers.ofString("music"));
        String uploadId = seen("/v1/tracks/song").path("uploadId").asText();
        services.order("song", uploadId);
        services.mix("song", uploadId, file);
        await().atMost(RunningGateway.PATIENCE)
                .until(() -> json(gateway.get("/v1/tracks/song")).path("mixes").size() == 1);
        String audio = json(gateway.get("/v1/tracks/song"))
                .path("mixes")
                .path(0)
                .path("links")
                .path("audio")
                .asText();

        // When
        var whole = gateway.bytes(audio + "?download=1");
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        // Then
        assertThat(whole.body()).isEqualTo(file);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("audio/flac");
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"Gr__e _1_.mixed.flac\";"
                        + " filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.mixed.flac");
        assertThat(gateway.get(audio, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(gateway.get(audio, "Range", "bytes=0-9", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(gateway.get(audio, "Range", "bytes=0-9", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.get(audio, "Range", "bytes=1200000-").statusCode()).isEqualTo(416);
        var head = gateway.send("HEAD", audio);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("1200000");
    }

    @Test
    void theSameKey_givesTheSameUpload_andTheFileIsPublishedOnce() {
        var first = gateway.send(
                "POST", "/v1/tracks?filename=a.wav", BodyPublishers.ofString("music"), "Idempotency-Key", "k1");
        var again = gateway.send(
                "POST", "/v1/tracks?filename=a.wav", BodyPublishers.ofString("music"), "Idempotency-Key", "k1");
        var other = gateway.send(
                "POST", "/v1/tracks?filename=a.wav", BodyPublishers.ofString("music"), "Idempotency-Key", "k2");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(json(other).path("trackId")).isNotEqualTo(json(first).path("trackId"));
        assertThat(pipeline.committed(Topic.UPLOADS)).hasSize(2);
    }

    @Test
    void anUploadThatBreaksOff_leavesNothingToSee() throws Exception {
        try (var half =
                new OpenConnection(gateway.port(), "half", "PUT /v1/tracks/song HTTP/1.1", "Content-Length: 1000000")) {
            await().atMost(RunningGateway.PATIENCE).until(() -> put("song").statusCode() == 409);
        }

        await().atMost(RunningGateway.PATIENCE).until(() -> put("song").statusCode() == 202);
        assertThat(pipeline.committed(Topic.UPLOADS)).hasSize(1);
    }

    private HttpResponse<String> put(String trackId) {
        return gateway.send("PUT", "/v1/tracks/" + trackId, BodyPublishers.ofString("music"));
    }

    private JsonNode seen(String path) {
        await().atMost(RunningGateway.PATIENCE).until(() -> {
            var answer = gateway.get(path);
            return answer.statusCode() == 200
                    && !json(answer).path("uploadId").asText().isEmpty();
        });
        return json(gateway.get(path));
    }
}
