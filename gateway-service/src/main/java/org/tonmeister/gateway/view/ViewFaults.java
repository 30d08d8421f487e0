package org.tonmeister.gateway.view;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that the view cannot read are passed over: whoever works on them makes the dead letters. A fault of the
 * machinery ends the thread.
 */
public final class ViewFaults implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ViewFaults.class);

    /** For Kafka Streams, which makes it by name. */
    public ViewFaults() {}

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        log(context, exception);
        return DeserializationExceptionHandler.Response.resume();
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof KafkaException && !(exception instanceof SerializationException)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        log(context, exception);
        return ProcessingExceptionHandler.Response.resume();
    }

    private static void log(ErrorHandlerContext context, Exception exception) {
        LOG.atWarn()
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("error", exception.toString())
                .log("The view passes over a record");
    }
}
