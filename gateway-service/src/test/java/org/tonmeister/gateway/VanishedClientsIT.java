package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.testing.RunningGateway.PATIENCE;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.gateway.testing.Noise;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

/** Whoever goes away in the midst leaves nothing behind: no upload, and no place taken for ever. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VanishedClientsIT {
    private static final String FORM_HEAD = "Content-Type: multipart/form-data; boundary=x";
    private static final String FORM =
            "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.wav\"\r\n\r\nmusic";

    private TestPipeline pipeline;
    private RunningGateway gateway;

    @BeforeAll
    void start(TestBroker broker, @TempDir Path temp) throws Exception {
        pipeline = new TestPipeline(broker);
        gateway = RunningGateway.start(pipeline, temp);
        gateway.send("PUT", "/v1/tracks/song", BodyPublishers.ofByteArray(Noise.bytes(16 << 20)));
        await().atMost(PATIENCE)
                .until(() -> gateway.send("HEAD", "/v1/tracks/song/original").statusCode() == 200);
    }

    @AfterAll
    void stop() {
        assertNobodyIsLeft("uploads");
        gateway.close();
        pipeline.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inTheMidstOfUploads(boolean reset) throws Exception {
        var raw = upload("PUT /v1/tracks/gone HTTP/1.1", "music", "Content-Length: 1000");
        var chunked = upload("PUT /v1/tracks/gone-too HTTP/1.1", "5\r\nmusic\r\n", "Transfer-Encoding: chunked");
        var form = upload("POST /v1/tracks HTTP/1.1", FORM, FORM_HEAD, "Content-Length: 1000");
        assertThat(gateway.underWay("uploads")).isEqualTo(3);

        leave(raw, reset);
        leave(chunked, reset);
        leave(form, reset);

        assertNobodyIsLeft("uploads");
    }

    @Test
    void whileTheirKeyIsLookedUp() throws Exception {
        for (int i = 0; i < 20; i++) {
            var upload = new OpenConnection(
                    gateway.port(),
                    "music",
                    "POST /v1/tracks HTTP/1.1",
                    "Content-Length: 1000",
                    "Idempotency-Key: key-" + i);
            leave(upload, i % 2 == 0);
        }

        assertNobodyIsLeft("uploads");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inTheMidstOfADownload(boolean reset) throws Exception {
        var download = new OpenConnection(gateway.port(), "", "GET /v1/tracks/song/original HTTP/1.1");
        assertThat(download.firstLine()).contains("200");
        assertThat(gateway.underWay("downloads")).isEqualTo(1);

        leave(download, reset);

        assertNobodyIsLeft("downloads");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inTheMidstOfEvents(boolean reset) throws Exception {
        var events = new OpenConnection(gateway.port(), "", "GET /v1/events HTTP/1.1");
        assertThat(events.firstLine()).contains("200");

        leave(events, reset);

        assertNobodyIsLeft("event.streams");
    }

    @Test
    void inTheMidstOfAFileOfAForm_thoughTheRequestEnds() {
        var answer = gateway.send("POST", "/v1/tracks", BodyPublishers.ofString(FORM), FORM_HEAD.split(": "));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The form breaks off in the midst of a file");
        assertNobodyIsLeft("uploads");
    }

    private OpenConnection upload(String line, String body, String... headers) throws Exception {
        var head = new ArrayList<>(List.of(line, "Expect: 100-continue"));
        head.addAll(java.util.List.of(headers));
        var upload = new OpenConnection(gateway.port(), body, head.toArray(String[]::new));
        assertThat(upload.firstLine()).as("it has begun").contains("100");
        return upload;
    }

    private static void leave(OpenConnection connection, boolean reset) throws Exception {
        if (reset) {
            connection.reset();
        } else {
            connection.close();
        }
    }

    private void assertNobodyIsLeft(String what) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.underWay(what)).isZero());
        assertThat(pipeline.committed(Topic.UPLOADS)).as("the song only").hasSize(1);
    }
}
