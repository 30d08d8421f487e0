package org.tonmeister.predict.ensemble;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.worker.StageMetrics;
import org.tonmeister.schemas.RecordHeaders;

/**
 * Records that the ensemble cannot work on become dead letters, as they came, in the same transaction (KIP-1034). A
 * fault of the machinery is none of a record: it ends the thread.
 */
public final class EnsembleDeadLetters implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EnsembleDeadLetters.class);

    private static final List<String> OURS = List.of(
            RecordHeaders.DEAD_LETTER_REASON,
            RecordHeaders.DEAD_LETTER_CAUSE,
            RecordHeaders.DEAD_LETTER_STAGE,
            RecordHeaders.DEAD_LETTER_TOPIC,
            RecordHeaders.DEAD_LETTER_PARTITION,
            RecordHeaders.DEAD_LETTER_OFFSET);

    /** In the configuration: where to count. Kafka makes this class by name and gives it nothing else. */
    static final String METRICS = "tonmeister.ensemble.metrics";

    private String topic;
    private Optional<StageMetrics> metrics = Optional.empty();

    /** For Kafka Streams, which makes it by name. */
    public EnsembleDeadLetters() {}

    @Override
    public void configure(Map<String, ?> configs) {
        metrics = Optional.ofNullable((StageMetrics) configs.get(METRICS));
        topic = (String) configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return DeserializationExceptionHandler.Response.resume(
                letters(context, record.key(), record.value(), record.headers(), exception));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context,
            org.apache.kafka.streams.processor.api.Record<?, ?> record,
            Exception exception) {
        boolean ofTheMachinery = exception instanceof KafkaException && !(exception instanceof SerializationException);
        if (ofTheMachinery) {
            return ProcessingExceptionHandler.Response.fail();
        }
        if (context.topic() == null) {
            LOG.atError().setCause(exception).log("A fault while looking after the accounts");
            return ProcessingExceptionHandler.Response.resume();
        }
        return ProcessingExceptionHandler.Response.resume(
                letters(context, context.sourceRawKey(), context.sourceRawValue(), context.headers(), exception));
    }

    private List<ProducerRecord<byte[], byte[]>> letters(
            ErrorHandlerContext context, byte[] key, byte[] value, Headers headers, Exception exception) {
        String reason = String.valueOf(exception.getMessage());
        metrics.ifPresent(StageMetrics::deadLetter);
        metrics.ifPresent(StageMetrics::failed);
        LOG.atWarn()
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("error", reason)
                .log("A record cannot be worked on and becomes a dead letter");
        var letter = new ProducerRecord<>(topic, null, context.timestamp(), key, value, headers);
        // A letter that comes back says why it died this time.
        OURS.forEach(letter.headers()::remove);
        letter.headers()
                .add(RecordHeaders.DEAD_LETTER_REASON, utf8(reason))
                .add(RecordHeaders.DEAD_LETTER_CAUSE, utf8(cause(exception).getName()))
                .add(RecordHeaders.DEAD_LETTER_STAGE, utf8(Answer.STAGE))
                .add(RecordHeaders.DEAD_LETTER_TOPIC, utf8(context.topic()))
                .add(RecordHeaders.DEAD_LETTER_PARTITION, utf8(Integer.toString(context.partition())))
                .add(RecordHeaders.DEAD_LETTER_OFFSET, utf8(Long.toString(context.offset())));
        return List.of(letter);
    }

    private static Class<?> cause(Exception exception) {
        return exception.getCause() == null
                ? exception.getClass()
                : exception.getCause().getClass();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
