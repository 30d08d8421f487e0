package org.tonmeister.gateway.download;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.http.Permits;
import org.tonmeister.gateway.problem.Problem;

/** Answers a request for a file: what is asked of it (RFC 9110, sections 13 and 14), then its bytes. */
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;

    private final Permits permits;

    Download(Permits permits) {
        this.permits = permits;
    }

    Future<Void> answer(Exchange exchange, SoundFile file) {
        HttpServerResponse response = exchange.response();
        response.putHeader("ETag", file.tag().quoted())
                .putHeader("Accept-Ranges", "bytes")
                // The address of a file is always the same file's, but who may fetch it is asked each time.
                .putHeader("Cache-Control", "private, no-cache");
        if (exchange.list("If-Match").filter(tags -> !file.tag().isMeant(tags)).isPresent()) {
            throw Problem.preconditionFailed("The file is another than If-Match names");
        }
        if (exchange.list("If-None-Match").filter(file.tag()::isAmong).isPresent()) {
            return response.setStatusCode(NOT_MODIFIED).end();
        }
        boolean download = exchange.query("download").filter("1"::equals).isPresent();
        response.putHeader("Content-Type", file.mediaType())
                .putHeader("Content-Disposition", ContentDisposition.of(download, file.fileName()));
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            return response.setStatusCode(OK)
                    .putHeader("Content-Length", Long.toString(file.bytes()))
                    .end();
        }
        Optional<ByteRange> part = part(exchange, file);
        part.ifPresent(range -> response.putHeader("Content-Range", range.of(file.bytes())));
        ByteRange range = part.orElseGet(() -> ByteRange.whole(file.bytes()));
        response.setStatusCode(part.isPresent() ? PARTIAL : OK)
                .putHeader("Content-Length", Long.toString(range.length()));
        permits.acquire();
        return file.body().send(response, range).onComplete(done -> permits.release());
    }

    private static Optional<ByteRange> part(Exchange exchange, SoundFile file) {
        boolean same = exchange.header("If-Range").map(file.tag()::allowsRange).orElse(true);
        return same
                ? exchange.header("Range").flatMap(header -> ByteRange.parse(header, file.bytes()))
                : Optional.empty();
    }
}
