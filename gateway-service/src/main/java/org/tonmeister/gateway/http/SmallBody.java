package org.tonmeister.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.tonmeister.gateway.problem.Problem;

/** A body of JSON, which is small, so that it may be held in memory. */
public final class SmallBody {
    private static final int MAX_BYTES = 64 << 10;
    private static final String JSON = "application/json";

    private SmallBody() {}

    /** Reads it; fails with a problem if it is too long or says to be something else. */
    public static Future<Buffer> read(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
            throw Problem.unsupportedMediaType("Send JSON, as " + JSON);
        }
        Promise<Buffer> read = Promise.promise();
        var body = Buffer.buffer();
        request.exceptionHandler(read::tryFail);
        request.endHandler(end -> read.tryComplete(body));
        request.handler(bytes -> {
            if (body.length() + bytes.length() > MAX_BYTES) {
                read.tryFail(Problem.tooLarge("The body may have " + MAX_BYTES + " bytes at most"));
            } else {
                body.appendBuffer(bytes);
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
        return read.future();
    }
}
