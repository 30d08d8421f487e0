package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Progress;

/** A worker of a handler on topics of its own, until it has done what is expected. */
record WorkerBench(TestPipeline pipeline, SimpleMeterRegistry meters) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    WorkerBench(TestBroker broker) {
        this(new TestPipeline(broker), new SimpleMeterRegistry());
    }

    /** Rejects whatever comes. */
    static void reject(ConsumerRecord<byte[], byte[]> record, StageContext context) throws RejectedException {
        throw new RejectedException(RejectionReason.UNREADABLE_AUDIO, "no");
    }

    /** Until there are so many dead letters, and no more, and so many results on {@link Topic#AST_FEATURES}. */
    void run(Topic source, StageHandler handler, int letters, int results) {
        try (var worker = TransactionalWorker.builder("test", source, pipeline.settings(), () -> handler)
                .maxPollRecords(5)
                .meters(meters)
                .build()) {
            worker.start();
            await().atMost(PATIENCE)
                    .until(() -> pipeline.committed(Topic.DEAD_LETTERS).size() >= letters
                            && pipeline.committed(Topic.AST_FEATURES).size() >= results);
        }
        assertThat(pipeline.committed(Topic.DEAD_LETTERS)).hasSize(letters);
    }

    List<Progress> progress() {
        var serde = AvroSerde.of(Progress.class);
        return pipeline.committed(Topic.PROGRESS).stream()
                .map(record -> serde.decode(record.value()))
                .toList();
    }

    double counter(String name) {
        return meters.get(name).counter().count();
    }

    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
