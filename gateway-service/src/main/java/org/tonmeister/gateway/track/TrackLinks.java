package org.tonmeister.gateway.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tonmeister.gateway.http.Json;

/** Where what belongs to a track is. */
public final class TrackLinks {
    private final String self;

    /** @param trackId of the track */
    public TrackLinks(String trackId) {
        this.self = "/v1/tracks/" + encoded(trackId);
    }

    /** The track itself. */
    public String self() {
        return self;
    }

    /** A mix's sound. */
    String audio(String mixId) {
        return self + "/mixes/" + encoded(mixId) + "/audio";
    }

    /** All links of the track. */
    public ObjectNode json() {
        return Json.object()
                .put("self", self)
                .put("events", self + "/events")
                .put("parameters", self + "/parameters")
                .put("mixes", self + "/mixes")
                .put("original", self + "/original");
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
