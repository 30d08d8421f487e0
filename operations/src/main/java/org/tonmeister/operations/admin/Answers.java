package org.tonmeister.operations.admin;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what the broker answers. */
public final class Answers {
    private Answers() {}

    /** @throws KafkaException as the broker's answer, or as the failure to get one */
    public static <T> T of(KafkaFuture<T> answer) {
        return of(answer.toCompletionStage().toCompletableFuture());
    }

    /** As {@link #of(KafkaFuture)}. */
    public static <T> T of(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
