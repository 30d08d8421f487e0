package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** What somebody else does while the page is open. */
final class Api {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI root;

    Api(URI root) {
        this.root = root;
    }

    /** Uploads; gives the track's id. */
    String upload(String fileName, byte[] content) throws IOException, InterruptedException {
        String query = "v1/tracks?filename=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(root.resolve(query))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(content)))
                .get("trackId")
                .asText();
    }

    /** Asks for another mix. */
    void remix(String trackId) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(root.resolve("v1/tracks/" + trackId + "/mixes"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"strength\": 0.5}")));
    }

    void delete(String trackId) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(root.resolve("v1/tracks/" + trackId)).DELETE());
    }

    /** The file as it was uploaded. */
    byte[] original(String trackId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve("v1/tracks/" + trackId + "/original"))
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body().isEmpty() ? null : new ObjectMapper().readTree(answer.body());
    }
}
