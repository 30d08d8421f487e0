package org.tonmeister.gateway.track;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.Future;
import java.util.Optional;
import org.tonmeister.client.TrackLog;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.gateway.http.SmallBody;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.view.Page;
import org.tonmeister.gateway.view.TrackView;
import org.tonmeister.schemas.record.TrackOrder;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.TrackUpload;

/** Tells of tracks, asks for mixes of them, deletes them. */
public final class TrackEndpoints {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final TrackView view;
    private final TrackLookup tracks;
    private final TrackLog log;
    private final Workers workers;

    /**
     * @param view of the tracks
     * @param log where requests and deletions go
     * @param workers for what blocks
     */
    public TrackEndpoints(TrackView view, TrackLog log, Workers workers) {
        this.view = view;
        this.tracks = new TrackLookup(view);
        this.log = log;
        this.workers = workers;
    }

    /** {@code GET /v1/tracks}. */
    public Future<?> list(Exchange exchange) {
        var query = TrackQuery.of(exchange);
        Page page;
        try {
            page = view.list(query);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("'cursor' is none of this list's");
        }
        ArrayNode list = Json.array();
        page.tracks().forEach(track -> list.add(TrackJson.of(track)));
        var body = Json.object();
        body.set("tracks", list);
        return exchange.json(OK, body.put("next", page.next().orElse(null)));
    }

    /** {@code GET /v1/tracks/{trackId}}. */
    public Future<?> get(Exchange exchange) {
        return exchange.json(OK, TrackJson.of(tracks.require(exchange.path("trackId"))));
    }

    /** {@code GET /v1/tracks/{trackId}/parameters}. */
    public Future<?> parameters(Exchange exchange) {
        TrackOrder order = tracks.require(exchange.path("trackId")).getOrder();
        if (order == null) {
            throw Problem.conflict("The models have not said all of this track yet, or it was rejected");
        }
        return exchange.json(OK, ParametersJson.of(order));
    }

    /** {@code POST /v1/tracks/{trackId}/mixes}. */
    public Future<?> remix(Exchange exchange) {
        return SmallBody.read(exchange.request()).compose(body -> {
            var options = MixRequestBody.parse(Json.readObject(body));
            TrackState track = tracks.require(exchange.path("trackId"));
            String uploadId = orderedUpload(track);
            var trace = exchange.trace();
            return workers.call(() -> log.requestMix(track.getTrackId(), Optional.of(uploadId), options, trace))
                    .compose(id -> exchange.json(ACCEPTED, Json.object().put("requestId", id)));
        });
    }

    /** {@code DELETE /v1/tracks/{trackId}}. */
    public Future<?> delete(Exchange exchange) {
        String trackId = tracks.require(exchange.path("trackId")).getTrackId();
        var trace = exchange.trace();
        return workers.call(() -> log.delete(trackId, trace))
                .compose(id -> exchange.json(ACCEPTED, Json.object().put("requestId", id)));
    }

    private static String orderedUpload(TrackState track) {
        String newest = TrackJson.newest(track).map(TrackUpload::getUploadId).orElse("");
        TrackOrder order = track.getOrder();
        if (order == null || !order.getUploadId().equals(newest)) {
            throw Problem.conflict(
                    "The track's newest upload was not mixed yet, or was rejected: there is nothing to mix again");
        }
        return newest;
    }
}
