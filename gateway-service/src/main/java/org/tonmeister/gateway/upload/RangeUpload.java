package org.tonmeister.gateway.upload;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.pipeline.logrange.LogRangeAppender;
import org.tonmeister.schemas.record.LogRange;

/**
 * Writes what a stream brings to the log as it comes. Holds three records' worth of bytes at most: the one that is being
 * filled, one that waits and one that is sent; beyond that the stream is paused, and with it, through TCP, the client.
 * Belongs to one event loop; what may block runs on the workers, one piece of it at a time.
 */
final class RangeUpload {
    /** On their way to the broker, in the producer's memory: a round trip's worth. */
    private static final int MAX_IN_FLIGHT = 4;

    private final LogRangeAppender range;
    private final Workers workers;
    private final Context context;
    private final ByteBudget budget;
    private final ChunkQueue chunks = new ChunkQueue();
    private final Promise<Optional<LogRange>> written = Promise.promise();
    private ReadStream<Buffer> source;
    private boolean sending;
    private boolean paused;
    private boolean ended;
    private boolean requestEnded;
    private int inFlight;
    private long acknowledged;

    RangeUpload(LogRangeAppender range, Workers workers, Context context, ByteBudget budget) {
        this.range = range;
        this.workers = workers;
        this.context = context;
        this.budget = budget;
    }

    /**
     * Reads to the end.
     *
     * @return the range when all of it is acknowledged; empty if there were no bytes. Where it fails, nothing points at
     *     what was written
     */
    Future<Optional<LogRange>> read(ReadStream<Buffer> stream) {
        source = stream;
        stream.exceptionHandler(this::fail);
        stream.handler(this::take);
        stream.endHandler(end -> {
            ended = true;
            chunks.close();
            advance();
        });
        stream.resume();
        return written.future();
    }

    /**
     * Nothing more comes. A part of a form whose end was not seen by then has none: Vert.x leaves it open without a word.
     */
    void requestEnded() {
        requestEnded = true;
        requireEnd();
    }

    private void requireEnd() {
        if (requestEnded && !ended && !paused) {
            fail(Problem.badRequest("The form breaks off in the midst of a file"));
        }
    }

    private void take(Buffer bytes) {
        if (written.future().isComplete()) {
            return;
        }
        try {
            budget.take(bytes.length());
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        chunks.add(bytes);
        if (chunks.isFull() && !paused) {
            paused = true;
            source.pause();
        }
        advance();
    }

    private void advance() {
        if (written.future().isComplete()) {
            return;
        }
        if (!sending && chunks.hasChunk() && inFlight < window()) {
            send(chunks.remove());
        }
        if (paused && !chunks.isFull()) {
            paused = false;
            source.resume();
            if (requestEnded) {
                // What waited comes before this.
                context.runOnContext(now -> requireEnd());
            }
        }
        if (ended && !sending && inFlight == 0 && !chunks.hasChunk()) {
            finish();
        }
    }

    /** The first record must be acknowledged before the second is sent; see {@link LogRangeAppender}. */
    private int window() {
        return acknowledged == 0 ? 1 : MAX_IN_FLIGHT;
    }

    private void send(byte[] chunk) {
        sending = true;
        inFlight++;
        workers.call(() -> range.append(chunk)).onComplete(sent -> {
            sending = false;
            if (sent.failed()) {
                fail(sent.cause());
                return;
            }
            sent.result().whenComplete((place, fault) -> context.runOnContext(now -> acknowledge(fault)));
            advance();
        });
    }

    private void acknowledge(Throwable fault) {
        inFlight--;
        if (fault != null) {
            fail(fault);
            return;
        }
        acknowledged++;
        advance();
    }

    private void finish() {
        written.complete(range.bytes() == 0 ? Optional.empty() : Optional.of(range.finish()));
    }

    private void fail(Throwable fault) {
        if (written.tryFail(fault)) {
            chunks.clear();
            // What still comes is thrown away: a stream left paused would hold up the rest of a form.
            source.handler(bytes -> {});
            source.resume();
        }
    }
}
