package org.tonmeister.gateway.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.operations.letters.DeadLetter;

/** Dead letters as JSON. */
final class DeadLetterJson {
    private DeadLetterJson() {}

    static ObjectNode of(DeadLetter letter) {
        ObjectNode node = Json.object()
                .put("id", letter.id())
                .put("trackId", letter.key().orElse(null))
                .put("bytes", letter.bytes())
                .put("reason", letter.reason())
                .put("cause", letter.cause().orElse(null))
                .put("stage", letter.stage());
        node.set(
                "origin",
                Json.object()
                        .put("topic", letter.topic())
                        .put("partition", letter.partition())
                        .put("offset", letter.offset()));
        node.put("at", letter.at().toString());
        node.put("redrivenAt", letter.redrivenAt().map(Instant::toString).orElse(null));
        node.set("links", Json.object().put("redrive", "/v1/dead-letters/" + letter.id() + "/redrive"));
        return node;
    }
}
