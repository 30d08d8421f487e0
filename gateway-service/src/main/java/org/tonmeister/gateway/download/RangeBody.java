package org.tonmeister.gateway.download;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import org.tonmeister.pipeline.logrange.RangePart;
import org.tonmeister.pipeline.logrange.RangePlace;
import org.tonmeister.schemas.record.LogRange;

/**
 * Bytes that lie in the log. They are read bit by bit, each time the client has taken the last bit: a slow client holds
 * no thread and no consumer, and half a mebibyte or a little more.
 */
record RangeBody(LogRange content, PartReaders readers) implements Body {
    @Override
    public Future<Void> send(HttpServerResponse response, ByteRange part) {
        return new Transfer(response, part).run();
    }

    /** One answer. Belongs to one event loop. */
    private final class Transfer {
        private final HttpServerResponse response;
        private final Promise<Void> done = Promise.promise();
        private RangePlace place = RangePlace.start(content);
        private long position;
        private long left;
        private boolean reading;

        Transfer(HttpServerResponse response, ByteRange part) {
            this.response = response;
            this.position = part.first();
            this.left = part.length();
        }

        Future<Void> run() {
            response.exceptionHandler(done::tryFail);
            response.closeHandler(closed -> done.tryFail(new HttpClosedException("The client went away")));
            response.drainHandler(drained -> read());
            read();
            return done.future();
        }

        private void read() {
            if (!done.future().isComplete() && !reading) {
                reading = true;
                readers.read(content, place, position).onSuccess(this::write).onFailure(done::tryFail);
            }
        }

        private void write(RangePart part) {
            reading = false;
            if (done.future().isComplete()) {
                return;
            }
            place = part.next();
            for (byte[] piece : part.pieces()) {
                int length = (int) Math.min(piece.length, left);
                if (length > 0) {
                    response.write(Buffer.buffer(piece).slice(0, length));
                }
                position += piece.length;
                left -= length;
            }
            if (left == 0) {
                response.end().onComplete(ended -> done.tryComplete());
            } else if (!response.writeQueueFull()) {
                read();
            }
        }
    }
}
