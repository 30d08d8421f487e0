package org.tonmeister.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonmeister.gateway.testing.Answers.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.gateway.testing.RunningGateway;

/** What is said of an upload by its headers, before any of it is read; there is no broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadRefusalsIT {
    private RunningGateway gateway;

    @BeforeAll
    void start(@TempDir Path temp) throws Exception {
        gateway = RunningGateway.startAlone(temp, Optional.empty());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/tracks/song, audio/wav, Content-Encoding, gzip, 415, Content-Encoding is 'gzip'",
        "PUT, /v1/tracks/song, audio/wav, Content-Range, bytes 5-9/20, 400, send the whole file",
        "POST, /v1/tracks, multipart/form-data; boundary=x, Content-Encoding, br, 415, send the file as it is",
    })
    void whatIsNotTheFileItself_isRefused(
            String method, String path, String type, String header, String value, int status, String reason) {
        var answer = gateway.send(method, path, BodyPublishers.ofString("music"), "Content-Type", type, header, value);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("detail").asText()).contains(reason);
    }

    @Test
    void twoKeys_areRefused() {
        var answer = post("Idempotency-Key", "a", "Idempotency-Key", "b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText()).isEqualTo("Idempotency-Key is there 2 times: send one");
    }

    @Test
    void keyWhoseRequestCouldNotBeLookedUp_maySendItAgain() {
        // Given a gateway that does not know its tracks yet
        assertThat(post("Idempotency-Key", "k").statusCode()).isEqualTo(503);

        // Then it is not taken for a request under way
        assertThat(post("Idempotency-Key", "k").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> post(String... headers) {
        return gateway.send("POST", "/v1/tracks", BodyPublishers.ofString("music"), headers);
    }
}
