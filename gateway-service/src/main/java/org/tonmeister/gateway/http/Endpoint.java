package org.tonmeister.gateway.http;

import io.vertx.core.Future;

/** Answers one kind of request. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers. Runs on the event loop and must not block. The request is paused: its body comes when it is resumed.
     *
     * @return when the answer is sent, or fails with what to answer in its place; may throw that too
     */
    Future<?> answer(Exchange exchange);
}
