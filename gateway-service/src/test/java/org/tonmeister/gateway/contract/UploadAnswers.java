package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonmeister.gateway.testing.Answers.json;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** What uploads are answered with. */
final class UploadAnswers {
    private static final String[] FORM = {"Content-Type", "multipart/form-data; boundary=x"};

    private final ContractGateway gateway;

    UploadAnswers(ContractGateway gateway) {
        this.gateway = gateway;
    }

    void taken() {
        gateway.check("uploadTracks", 202, "?filename=a.wav", BodyPublishers.ofString("a"));
        var both = gateway.check("uploadTracks", 202, "", form(part("a.wav", "", "a"), part("b.wav", "", "b")), FORM);
        assertThat(json(both).path("tracks")).hasSize(2);
        gateway.check("uploadTrack", 202, "", BodyPublishers.ofString("a"));
        gateway.finish("song");
    }

    void refused() {
        var tooLarge = BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]);
        for (String id : List.of("uploadTracks", "uploadTrack")) {
            gateway.check(id, 400, "", BodyPublishers.noBody());
            gateway.check(id, 413, "", tooLarge);
            gateway.check(id, 415, "", BodyPublishers.ofString("a"), "Content-Type", "text/plain");
            gateway.check(id, 422, "?format=tape", BodyPublishers.ofString("a"));
        }
        gateway.check("uploadTrack", 415, "", form(part("a.wav", "", "a")), FORM);
    }

    void refusedForms() {
        var text = form(part("a.wav", "", "a"), part("notes.txt", "Content-Type: text/plain\r\n", "do re mi"));
        gateway.check("uploadTracks", 415, "", text, FORM);
        gateway.check("uploadTracks", 400, "", form(part("a.wav", "", "")), FORM);
        gateway.check("uploadTracks", 400, "", BodyPublishers.ofString("--x--\r\n"), FORM);
        gateway.check("uploadTracks", 413, "", form(part("a.wav", "", "a".repeat(1 << 20))), FORM);
        // Its length is not said before.
        byte[] endless = new byte[(1 << 20) + 1];
        gateway.check(
                "uploadTrack", 413, "", BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(endless)));
    }

    void theSameAtOnce_andTooManyAtOnce() throws Exception {
        try (var post = gateway.half("POST /v1/tracks HTTP/1.1", "Idempotency-Key: k");
                var put = gateway.half("PUT /v1/tracks/song HTTP/1.1")) {
            assertThat(List.of(post, put)).as("kept open").doesNotContainNull();
            gateway.until("uploadTracks", 409, BodyPublishers.ofString("a"), "Idempotency-Key", "k");
            try (var third = gateway.half("PUT /v1/tracks/third HTTP/1.1")) {
                assertThat(third).isNotNull();
                gateway.until("uploadTracks", 503, BodyPublishers.ofString("a"));
                gateway.check("uploadTrack", 503, "", BodyPublishers.ofString("a"));
            }
            // Now that all three were in hand, the one of this track is, too.
            gateway.until("uploadTrack", 409, BodyPublishers.ofString("a"));
        }
    }

    private static BodyPublisher form(String... parts) {
        return BodyPublishers.ofString(String.join("", parts) + "--x--\r\n");
    }

    private static String part(String fileName, String header, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + fileName + "\"\r\n" + header + "\r\n"
                + content + "\r\n";
    }
}
