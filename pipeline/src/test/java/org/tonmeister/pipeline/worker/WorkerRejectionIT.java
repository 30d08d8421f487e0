package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

@ExtendWith(SharedBroker.class)
class WorkerRejectionIT {
    private WorkerBench bench;

    @BeforeEach
    void open(TestBroker broker) {
        bench = new WorkerBench(broker);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void rejectedRecord_becomesADeadLetterAsItCame_andTheNextIsWorkedOn() {
        // Given
        var trace = new TextHeader(RecordHeaders.TRACE_PARENT, "00-trace-span-01");
        var own = new TextHeader("filename", "täst.mp3");
        RecordMetadata bad = bench.pipeline().publish(Topic.UPLOADS, "track-1", "bad", trace, own);
        bench.pipeline().publish(Topic.UPLOADS, "track-1", "good", trace);
        StageHandler handler = (record, context) -> {
            context.send(Topic.AST_FEATURES, "track-1", record.value());
            if (WorkerBench.text(record).equals("bad")) {
                throw new RejectedException(
                        RejectionReason.UNREADABLE_AUDIO, "not a song", new java.util.zip.ZipException("x"));
            }
        };

        // When
        bench.run(Topic.UPLOADS, handler, 1, 1);

        // Then
        assertThat(bench.pipeline().texts(Topic.AST_FEATURES)).containsExactly("good");
        assertThat(TextHeader.read(
                        bench.pipeline().committed(Topic.AST_FEATURES).get(0).headers(), "traceparent"))
                .contains("00-trace-span-01");
        ConsumerRecord<byte[], byte[]> letter =
                bench.pipeline().committed(Topic.DEAD_LETTERS).get(0);
        assertThat(letter.key()).isEqualTo("track-1".getBytes(StandardCharsets.UTF_8));
        assertThat(WorkerBench.text(letter)).isEqualTo("bad");
        assertThat(WorkerBench.headers(letter))
                .containsEntry("filename", "täst.mp3")
                .containsEntry("traceparent", "00-trace-span-01")
                .containsEntry(RecordHeaders.DEAD_LETTER_REASON, "not a song")
                .containsEntry(RecordHeaders.DEAD_LETTER_CAUSE, "java.util.zip.ZipException")
                .containsEntry(RecordHeaders.DEAD_LETTER_STAGE, "test")
                .containsEntry(RecordHeaders.DEAD_LETTER_TOPIC, bench.pipeline().name(Topic.UPLOADS))
                .containsEntry(RecordHeaders.DEAD_LETTER_PARTITION, Integer.toString(bad.partition()))
                .containsEntry(RecordHeaders.DEAD_LETTER_OFFSET, Long.toString(bad.offset()));
        assertThat(bench.progress())
                .containsExactly(new Progress(
                        "track-1", UploadIds.of(bad), "test", ProgressState.REJECTED, 0.0, "not a song", null, null));
        assertThat(bench.meters()
                        .get("tonmeister.records.rejected")
                        .tag("reason", "unreadable_audio")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void uploadWithoutAKey_isNamedByItsPlace() {
        // Given
        RecordMetadata place = bench.pipeline().publish(Topic.UPLOADS, null, "bad");

        // When
        bench.run(Topic.UPLOADS, WorkerBench::reject, 1, 0);

        // Then
        String uploadId = UploadIds.of(place);
        assertThat(bench.progress())
                .containsExactly(new Progress(
                        "upload-" + uploadId, uploadId, "test", ProgressState.REJECTED, 0.0, "no", null, null));
        assertThat(bench.pipeline().committed(Topic.DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(letter.key()).isNull());
    }

    @Test
    void elsewhereThanOnUploads_theHandlerSaysWhoseWorkItIs() {
        // Given
        bench.pipeline().publish(Topic.MIX_ORDERS, "track", "known");
        bench.pipeline().publish(Topic.MIX_ORDERS, "track", "unknown");
        StageHandler handler = (record, context) -> {
            if (WorkerBench.text(record).equals("known")) {
                context.identify("track", "3-14");
            }
            WorkerBench.reject(record, context);
        };

        // When
        bench.run(Topic.MIX_ORDERS, handler, 2, 0);

        // Then
        assertThat(bench.progress())
                .containsExactly(new Progress("track", "3-14", "test", ProgressState.REJECTED, 0.0, "no", null, null));
    }
}
