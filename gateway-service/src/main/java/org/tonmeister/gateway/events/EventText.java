package org.tonmeister.gateway.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.gateway.track.TrackJson;
import org.tonmeister.gateway.view.ViewEvent;
import org.tonmeister.schemas.record.TrackState;

/** Events as they go over the line (HTML standard, section 9.2, "Server-sent events"). */
final class EventText {
    /** A comment, which clients do not see. */
    static final String HEARTBEAT = ":\n\n";

    private static final int RETRY_MS = 2000;

    private EventText() {}

    /** What a stream begins with: when to come back if it ends. */
    static Buffer beginning() {
        return Buffer.buffer("retry: " + RETRY_MS + "\n\n");
    }

    static Buffer of(TrackState track) {
        return event("track", TrackJson.of(track));
    }

    static Buffer of(ViewEvent event) {
        Buffer id = Buffer.buffer("id: " + event.id() + "\n");
        return id.appendBuffer(
                switch (event.kind()) {
                    case CHANGED -> of(event.track().orElseThrow());
                    case DELETED -> event("deleted", Json.object().put("trackId", event.trackId()));
                    case RESET -> event("reset", Json.object());
                });
    }

    /** The text of the JSON has no line breaks: one line of data. */
    private static Buffer event(String name, JsonNode data) {
        return Buffer.buffer("event: " + name + "\ndata: ")
                .appendBuffer(Json.write(data))
                .appendString("\n\n");
    }
}
