package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tonmeister.gateway.testing.GatewayProcess;
import org.tonmeister.gateway.testing.NoiseStream;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Upload;

/**
 * Files larger than the gateway's memory. {@code -Dtonmeister.upload.mib=1024} for the full size; less, but still more
 * than the heap, in the usual run.
 */
@ExtendWith(SharedBroker.class)
class LargeUploadIT {
    private static final long BYTES = Long.getLong("tonmeister.upload.mib", 320) << 20;
    private static final String HEAP = "256m";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TestPipeline pipeline;
    private GatewayProcess gateway;

    @BeforeEach
    void start(TestBroker broker) throws Exception {
        pipeline = new TestPipeline(broker);
        gateway = GatewayProcess.start(pipeline, folder, HEAP);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        pipeline.close();
    }

    @Test
    void aBody_goesInAndComesOut() throws Exception {
        var file = new NoiseStream(BYTES);

        var answer = upload("PUT", "/v1/tracks/large", length(BodyPublishers.ofInputStream(() -> file), BYTES));

        byte[] sha256 = file.digest();
        assertThat(answer).isEqualTo(202);
        assertThat(published()).hasSize(1);
        assertThat(published().get(0).getContent().getBytes()).isEqualTo(BYTES);
        assertThat(published().get(0).getContent().getSha256().array()).isEqualTo(sha256);
        assertThat(fetched("/v1/tracks/large/original")).isEqualTo(sha256);
        report("body");
    }

    @Test
    void aForm_goesIn() throws Exception {
        var file = new NoiseStream(BYTES);
        var form = new SequenceInputStream(Collections.enumeration(List.of(
                text("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.wav\"\r\n"
                        + "Content-Type: audio/wav\r\n\r\n"),
                file,
                text("\r\n--x\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\nmp3\r\n--x--\r\n"))));

        var answer = upload(
                "POST",
                "/v1/tracks",
                BodyPublishers.ofInputStream(() -> form),
                "Content-Type",
                "multipart/form-data; boundary=x");

        assertThat(answer).isEqualTo(202);
        assertThat(published()).hasSize(1);
        assertThat(published().get(0).getContent().getBytes()).isEqualTo(BYTES);
        assertThat(published().get(0).getContent().getSha256().array()).isEqualTo(file.digest());
        assertThat(published().get(0).getOptions().getFormat()).hasToString("MP3");
        report("form");
    }

    private int upload(String method, String path, BodyPublisher body, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(gateway.uri(path)).timeout(PATIENCE).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as("%s %s", answer.body(), gateway.said())
                .isEqualTo(202);
        return answer.statusCode();
    }

    private byte[] fetched(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(gateway.uri(path)).timeout(PATIENCE).build();
        await().atMost(PATIENCE)
                .until(() -> client.send(
                                        HttpRequest.newBuilder(gateway.uri(path))
                                                .method("HEAD", BodyPublishers.noBody())
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        var answer = client.send(request, BodyHandlers.ofInputStream());
        var digest = NoiseStream.sha256();
        try (InputStream in = new DigestInputStream(answer.body(), digest)) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(BYTES);
        }
        return digest.digest();
    }

    private List<Upload> published() {
        return pipeline.committed(Topic.UPLOADS).stream()
                .map(record -> AvroSerde.of(Upload.class).decode(record.value()))
                .toList();
    }

    private void report(String what) throws Exception {
        assertThat(gateway.said()).doesNotContain("OutOfMemory");
        LoggerFactory.getLogger(LargeUploadIT.class)
                .atWarn()
                .addKeyValue("mib", BYTES >> 20)
                .addKeyValue("peak", gateway.peakMemory())
                .addKeyValue("processorSeconds", gateway.processorTime().toMillis() / 1000.0)
                .log("Passed at -Xmx" + HEAP + ": " + what);
    }

    private static BodyPublisher length(BodyPublisher body, long bytes) {
        return BodyPublishers.fromPublisher(body, bytes);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
