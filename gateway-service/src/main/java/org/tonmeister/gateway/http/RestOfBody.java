package org.tonmeister.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a client goes on sending after it was refused. Closing at once would reset the connection, and most clients would
 * then not read the answer; so it is read for a while and thrown away.
 */
final class RestOfBody {
    private static final long MAX_BYTES = 64L << 20;
    private static final long MAX_MS = 10_000;

    private RestOfBody() {}

    /** Whether the request has a body that was not read to its end. */
    static boolean isExpected(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        boolean some = length == null ? request.getHeader("Transfer-Encoding") != null : !length.equals("0");
        return some && !request.isEnded();
    }

    static void discard(HttpServerRequest request) {
        if (!isExpected(request)) {
            return;
        }
        Context context = Vertx.currentContext();
        long limit = request.bytesRead() + MAX_BYTES;
        long timer =
                context.owner().setTimer(MAX_MS, late -> request.connection().close());
        request.exceptionHandler(gone -> context.owner().cancelTimer(timer));
        request.endHandler(end -> {
            context.owner().cancelTimer(timer);
            request.connection().close();
        });
        request.handler(bytes -> {
            if (request.bytesRead() > limit) {
                context.owner().cancelTimer(timer);
                request.connection().close();
            }
        });
        request.resume();
    }
}
