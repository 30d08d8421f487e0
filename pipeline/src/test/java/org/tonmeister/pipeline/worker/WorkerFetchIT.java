package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

/** What a worker has fetched ahead while it was at work. */
@ExtendWith(SharedBroker.class)
class WorkerFetchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> TEXTS =
            IntStream.range(0, 30).mapToObj(i -> "record " + i).toList();

    private TestPipeline pipeline;

    @BeforeEach
    void createTopics(TestBroker broker) {
        pipeline = new TestPipeline(broker);
    }

    @AfterEach
    void closeClients() {
        pipeline.close();
    }

    @Test
    void isUsed_thoughMarksOfTransactionsLieBetween() {
        // Given records with the mark of a transaction behind each
        TEXTS.forEach(text -> pipeline.publish(Topic.UPLOADS, "track", text));
        copy(Topic.UPLOADS, Topic.SPECTROGRAMS, 1, KafkaClients.real());

        // When
        var clients = new WatchedClients();
        copy(Topic.SPECTROGRAMS, Topic.AST_FEATURES, 4, clients);

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyElementsOf(TEXTS);
        assertThat(clients.seeks())
                .as("seeks, each of which throws away what was fetched")
                .isZero();
    }

    private void copy(Topic source, Topic sink, int recordsAtOnce, KafkaClients clients) {
        StageHandler handler = (record, context) -> context.send(sink, "track", record.value());
        try (var worker = TransactionalWorker.builder("test", source, pipeline.settings(), () -> handler)
                .groupId(pipeline.settings().groupId("reads-" + source))
                .maxPollRecords(recordsAtOnce)
                .clients(clients)
                .build()) {
            worker.start();
            await().atMost(PATIENCE).until(() -> pipeline.texts(sink).size() >= TEXTS.size());
        }
    }
}
