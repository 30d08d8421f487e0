package org.tonmeister.gateway.download;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;

/** Bytes of a file on this machine; the system copies them to the network. */
record FileBody(Path file) implements Body {
    @Override
    public Future<Void> send(HttpServerResponse response, ByteRange part) {
        return response.sendFile(file.toString(), part.first(), part.length());
    }
}
