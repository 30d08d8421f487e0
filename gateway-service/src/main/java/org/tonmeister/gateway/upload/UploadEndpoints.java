package org.tonmeister.gateway.upload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.gateway.http.Permits;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.track.TrackLinks;
import org.tonmeister.pipeline.worker.TrackIds;

/** Takes uploads. */
public final class UploadEndpoints {
    private static final String FORM = "multipart/form-data";
    private static final int ACCEPTED = 202;

    private final Permits permits;
    private final RawUpload raw;
    private final FormUpload form;

    /** @param parts what uploads are made with */
    public UploadEndpoints(UploadParts parts) {
        var publication = new Publication(parts);
        var running = new RunningUploads();
        this.permits = parts.permits();
        this.raw = new RawUpload(parts, publication, running);
        this.form = new FormUpload(parts, publication, running);
    }

    /** {@code POST /v1/tracks}: one file as the body, or files of a form. */
    public Future<?> post(Exchange exchange) {
        Optional<IdempotencyKey> key = key(exchange);
        if (isForm(exchange.request())) {
            return withPermit(() -> form.take(exchange, key)).compose(tracks -> answer(exchange, tracks));
        }
        String trackId = key.map(known -> known.trackId(0))
                .orElseGet(() -> UUID.randomUUID().toString());
        String fileName = exchange.query("filename").map(FileNames::plain).orElse("");
        return withPermit(() -> raw.take(exchange, trackId, fileName, key))
                .compose(track -> answer(exchange, List.of(track)));
    }

    /** {@code PUT /v1/tracks/{trackId}}: the file as the body. */
    public Future<?> put(Exchange exchange) {
        String trackId = exchange.path("trackId");
        if (!TrackIds.isValid(trackId)) {
            throw Problem.badRequest(
                    "A track id has 1 to " + TrackIds.MAX_LENGTH + " printable characters without blanks at its ends");
        }
        if (isForm(exchange.request())) {
            throw Problem.unsupportedMediaType("Send the file itself as the body; forms go to POST /v1/tracks");
        }
        String fileName = exchange.query("filename").map(FileNames::plain).orElse(trackId);
        return withPermit(() -> raw.take(exchange, trackId, fileName, Optional.empty()))
                .compose(track -> answer(exchange, List.of(track)));
    }

    private static Optional<IdempotencyKey> key(Exchange exchange) {
        List<String> keys = exchange.request().headers().getAll("Idempotency-Key");
        if (keys.size() > 1) {
            throw Problem.badRequest("Idempotency-Key is there " + keys.size() + " times: send one");
        }
        return keys.stream().findFirst().map(text -> IdempotencyKey.of(exchange.caller(), text));
    }

    private <T> Future<T> withPermit(Supplier<Future<T>> upload) {
        permits.acquire();
        try {
            return upload.get().onComplete(done -> permits.release());
        } catch (RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private static Future<Void> answer(Exchange exchange, List<Accepted> tracks) {
        exchange.response().putHeader("Location", new TrackLinks(tracks.get(0).trackId()).self());
        if (tracks.size() == 1) {
            return exchange.json(ACCEPTED, tracks.get(0).json());
        }
        ArrayNode list = Json.array();
        tracks.forEach(track -> list.add(track.json()));
        var body = Json.object();
        body.set("tracks", list);
        return exchange.json(ACCEPTED, body);
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && MediaTypes.plain(type).equals(FORM);
    }
}
