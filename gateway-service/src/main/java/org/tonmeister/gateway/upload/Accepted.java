package org.tonmeister.gateway.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.gateway.track.TrackLinks;

/** An upload that the log has taken. */
record Accepted(String trackId, String uploadId) {
    ObjectNode json() {
        var node = Json.object().put("trackId", trackId).put("uploadId", uploadId);
        node.set("links", new TrackLinks(trackId).json());
        return node;
    }
}
