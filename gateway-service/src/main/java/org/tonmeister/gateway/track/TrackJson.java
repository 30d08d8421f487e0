package org.tonmeister.gateway.track;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.schemas.record.TrackStage;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.TrackUpload;

/** Tracks as JSON: what stands in the log, as of the newest upload. */
public final class TrackJson {
    private TrackJson() {}

    /** The track. */
    public static ObjectNode of(TrackState track) {
        var links = new TrackLinks(track.getTrackId());
        Optional<TrackUpload> newest = newest(track);
        String uploadId = newest.map(TrackUpload::getUploadId).orElse("");
        ObjectNode node = Json.object()
                .put("trackId", track.getTrackId())
                .put("fileName", newest.map(TrackUpload::getFileName).orElse(""))
                .put("uploadId", uploadId)
                .put("state", track.getPhase().name().toLowerCase(Locale.ROOT))
                .put("createdAt", Instant.ofEpochMilli(track.getCreatedAt()).toString())
                .put("updatedAt", Instant.ofEpochMilli(track.getUpdatedAt()).toString())
                .put("reason", track.getReason());
        node.set("stages", stages(newest.map(TrackUpload::getStages).orElse(List.of())));
        ArrayNode work = Json.array();
        track.getWork().stream()
                .filter(item -> item.getUploadId().equals(uploadId))
                .forEach(item -> work.add(MixJson.of(item)));
        node.set("work", work);
        ArrayNode mixes = Json.array();
        track.getMixes().stream()
                .filter(mix -> mix.getUploadId().equals(uploadId))
                .forEach(mix -> mixes.add(MixJson.of(mix, links)));
        node.set("mixes", mixes);
        node.set("links", links.json());
        return node;
    }

    static Optional<TrackUpload> newest(TrackState track) {
        return track.getUploads().stream().findFirst();
    }

    private static ArrayNode stages(List<TrackStage> stages) {
        ArrayNode nodes = Json.array();
        stages.forEach(stage -> nodes.add(Json.object()
                .put("stage", stage.getStage())
                .put("state", stage.getState().name().toLowerCase(Locale.ROOT))
                .put("fraction", stage.getFraction())
                .put("reason", stage.getReason())));
        return nodes;
    }
}
