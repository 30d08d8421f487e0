package org.tonmeister.gateway.problem;

import io.netty.handler.codec.http.HttpObjectDecoder;
import io.vertx.core.http.HttpClosedException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.gateway.view.ViewNotReadyException;
import org.tonmeister.pipeline.logrange.MissingRangeException;
import org.tonmeister.pipeline.options.InvalidOptionException;

/** What a fault means to the client. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int RETRY_BROKER_SECONDS = 5;
    private static final int RETRY_BUSY_SECONDS = 1;

    private Faults() {}

    /** The problem to answer with. What is a fault of ours is logged under {@code instance}, and not told. */
    public static Problem problem(Throwable thrown, String instance) {
        Throwable fault = beneath(thrown);
        if (fault instanceof ProblemException known) {
            return known.problem();
        }
        if (fault instanceof InvalidOptionException) {
            return Problem.invalid(fault.getMessage()).problem();
        }
        if (isUnreadable(fault)) {
            return Problem.badRequest("The body cannot be read: it is not well chunked")
                    .problem();
        }
        if (fault instanceof MissingRangeException) {
            return Problem.gone("The log no longer holds the bytes: they have expired or were deleted")
                    .problem();
        }
        if (fault instanceof ViewNotReadyException) {
            return Problem.unavailable(
                            "The gateway has just started and does not know all tracks yet", RETRY_BUSY_SECONDS)
                    .problem();
        }
        if (fault instanceof RejectedExecutionException) {
            return Problem.unavailable("Too much to do at the moment", RETRY_BUSY_SECONDS)
                    .problem();
        }
        if (fault instanceof KafkaException && !(fault instanceof RecordTooLargeException)) {
            LOG.atWarn()
                    .addKeyValue("instance", instance)
                    .addKeyValue("error", fault.toString())
                    .log("The broker did not answer as it should");
            return Problem.unavailable("The broker does not answer", RETRY_BROKER_SECONDS)
                    .problem();
        }
        LOG.atError().addKeyValue("instance", instance).setCause(fault).log("A request failed");
        return new Problem(500, "Internal Server Error", "A fault of the gateway; its log says more", Map.of());
    }

    /** Whether the client went away: there is nobody to answer. */
    public static boolean isDisconnect(Throwable thrown) {
        Throwable fault = beneath(thrown);
        return fault instanceof HttpClosedException
                || fault instanceof SocketException
                || fault instanceof ClosedChannelException;
    }

    /** What Netty's decoder could not read comes as whatever it tripped over, a NumberFormatException for example. */
    private static boolean isUnreadable(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(HttpObjectDecoder.class.getName()));
    }

    private static Throwable beneath(Throwable thrown) {
        Throwable fault = thrown;
        while ((fault instanceof CompletionException || fault instanceof ExecutionException)
                && fault.getCause() != null) {
            fault = fault.getCause();
        }
        return fault;
    }
}
