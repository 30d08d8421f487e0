package org.tonmeister.gateway.upload;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.schemas.record.MixOptions;

/** A file that is the request's body. */
final class RawUpload {
    private final UploadParts parts;
    private final Publication publication;
    private final RunningUploads running;

    RawUpload(UploadParts parts, Publication publication, RunningUploads running) {
        this.parts = parts;
        this.publication = publication;
        this.running = running;
    }

    /** @param key the request's, if the track id was made from one */
    Future<Accepted> take(Exchange exchange, String trackId, String fileName, Optional<IdempotencyKey> key) {
        HttpServerRequest request = exchange.request();
        MixOptions options = new OptionFields().add(request.params()).parse();
        Optional<String> mediaType = MediaTypes.ofSound(request.getHeader("Content-Type"));
        BodyChecks.requireWhole(request);
        BodyChecks.requireLength(request, parts.limits().uploadBytes());
        return running.during(
                trackId, () -> earlier(trackId, key).compose(found -> found.map(accepted -> repeat(exchange, accepted))
                        .orElseGet(() -> read(exchange, trackId, fileName, mediaType, options, key))));
    }

    private Future<Optional<Accepted>> earlier(String trackId, Optional<IdempotencyKey> key) {
        return key.isPresent() ? publication.earlier(trackId) : Future.succeededFuture(Optional.empty());
    }

    private static Future<Accepted> repeat(Exchange exchange, Accepted accepted) {
        // The body is not wanted.
        exchange.response().putHeader("Connection", "close");
        return Future.succeededFuture(accepted);
    }

    private Future<Accepted> read(
            Exchange exchange,
            String trackId,
            String fileName,
            Optional<String> mediaType,
            MixOptions options,
            Optional<IdempotencyKey> key) {
        if (exchange.response().closed()) {
            // While it was looked up what is known of the key: the request would never end.
            return Future.failedFuture(new HttpClosedException("The client went away"));
        }
        BodyChecks.welcome(exchange.request());
        var upload = new RangeUpload(
                parts.log().begin(trackId),
                parts.workers(),
                exchange.context(),
                new ByteBudget(parts.limits().uploadBytes()));
        return upload.read(exchange.request())
                .map(range -> range.orElseThrow(() -> Problem.badRequest("The body is empty: send a file of sound")))
                .compose(range -> publication.publish(
                        List.of(new StoredFile(trackId, fileName, mediaType, range)), options, key, exchange.trace()))
                .map(published -> published.get(0));
    }
}
