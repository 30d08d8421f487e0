package org.tonmeister.gateway.download;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;

/** Where a file's bytes are. */
interface Body {
    /**
     * Sends a part of the file as the body of an answer whose head is set but not written. Nothing is written before the
     * first bytes are there, so that a failure up to then can still be answered.
     */
    Future<Void> send(HttpServerResponse response, ByteRange part);
}
