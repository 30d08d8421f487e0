package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;

/** What a worker lets others see of its work. */
@ExtendWith(SharedBroker.class)
class WorkerObservationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private TestPipeline pipeline;

    @BeforeEach
    void createTopics(TestBroker broker) {
        pipeline = new TestPipeline(broker);
    }

    @AfterEach
    void closeClients() {
        pipeline.close();
        sdk.close();
    }

    @Test
    void figuresAndSpans_tellOfGoodAndRejectedRecords_andOfTheLag() {
        // Given
        var surroundings = new CopyOnWriteArrayList<String>();
        var proceed = new CountDownLatch(1);
        for (String text : List.of("good", "bad", "last")) {
            pipeline.publish(Topic.UPLOADS, "track", text);
        }
        StageHandler handler = (record, context) -> {
            surroundings.add(MDC.get("trackId") + " " + MDC.get("uploadId") + " " + (MDC.get("traceId") != null));
            context.audio(2.5);
            context.send(Topic.AUDIO, "track", record.value());
            switch (text(record)) {
                case "good" -> context.answersUser();
                case "bad" -> throw new RejectedException(RejectionReason.UNREADABLE_AUDIO, "no song");
                default -> proceed.await();
            }
        };

        // When
        try (var worker = worker(Topic.UPLOADS, handler)) {
            worker.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(meters.scrape())
                    // The record in work is not done yet.
                    .containsPattern("tonmeister_consumer_lag_records\\{group=\"[^\"]*-look\",partition=\"\\d\","
                            + "stage=\"look\",topic=\"[^\"]*uploads\"} [1-9]")
                    .contains("tonmeister_records_in_total{stage=\"look\"} 2.0"));
            proceed.countDown();
            await().atMost(PATIENCE)
                    .until(() -> meters.scrape().contains("tonmeister_records_in_total{stage=\"look\"} 3.0"));
        }

        // Then
        assertThat(meters.scrape())
                .contains("tonmeister_audio_seconds_total{stage=\"look\"} 5.0")
                .contains("tonmeister_records_rejected_total{reason=\"unreadable_audio\",stage=\"look\"} 1.0")
                .contains("tonmeister_records_rejected_total{reason=\"empty\",stage=\"look\"} 0.0")
                .contains("tonmeister_dead_letters_total{stage=\"look\"} 1.0")
                .contains("tonmeister_record_seconds_bucket{stage=\"look\",le=\"0.5\"}")
                .contains("tonmeister_record_seconds_count{stage=\"look\"} 3")
                .as("a member that has left has no lag")
                .doesNotContain("tonmeister_consumer_lag_records{");
        assertThat(surroundings)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("track ").endsWith(" true"));
        assertThat(MDC.get("trackId")).isNull();
        assertThat(spans.getFinishedSpanItems()).hasSize(3).allSatisfy(span -> assertThat(span.getName())
                .isEqualTo("process uploads"));
        assertThat(pipeline.committed(Topic.AUDIO)).hasSize(2).allSatisfy(record -> {
            var carried = TextHeader.read(record.headers(), "traceparent").orElseThrow();
            assertThat(spans.getFinishedSpanItems())
                    .anyMatch(span -> carried.contains(span.getSpanId()) && carried.contains(span.getTraceId()));
        });
    }

    @Test
    void timeSinceTheUsersRecord_isHandedOn_andMeasuredWhereTheMixIs() {
        // Given
        pipeline.publish(Topic.UPLOADS, "track", "song");

        // When the first stage hands on, and the second answers the user
        try (var first =
                        worker(Topic.UPLOADS, (record, context) -> context.send(Topic.AUDIO, "track", record.value()));
                var second = worker(Topic.AUDIO, (record, context) -> context.answersUser())) {
            first.start();
            second.start();
            await().atMost(PATIENCE)
                    .until(() -> meters.scrape().contains("tonmeister_track_end_to_end_seconds_count 1"));
        }

        // Then
        long uploaded = pipeline.committed(Topic.UPLOADS).get(0).timestamp();
        assertThat(TextHeader.read(pipeline.committed(Topic.AUDIO).get(0).headers(), "asked-at"))
                .contains(Long.toString(uploaded));
    }

    @Test
    void programWhosePartsDoNotFit_stopsTheService_andCostsNoRecord() {
        // Given
        pipeline.publish(Topic.UPLOADS, "track", "song");

        // When
        try (var worker = worker(Topic.UPLOADS, (record, context) -> {
            throw new NoSuchMethodError("void Codec.decode()");
        })) {
            worker.start();
            await().atMost(PATIENCE).until(() -> !worker.alive());
            assertThat(worker.ready()).isFalse();
        }

        // Then
        assertThat(pipeline.committed(Topic.DEAD_LETTERS)).isEmpty();
        assertThat(pipeline.offsets(pipeline.settings().groupId("look"), Topic.UPLOADS))
                .isEmpty();
    }

    private TransactionalWorker worker(Topic source, StageHandler handler) {
        return TransactionalWorker.builder("look", source, pipeline.settings(), () -> handler)
                .groupId(pipeline.settings().groupId("look") + (source == Topic.UPLOADS ? "" : "-" + source.suffix()))
                .meters(meters)
                .tracing(Tracing.with(sdk))
                .build();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
