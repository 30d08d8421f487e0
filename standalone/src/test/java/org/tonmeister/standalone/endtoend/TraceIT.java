package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** One trace leads from an upload to its mix, through all services. */
class TraceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final Set<Topic> ON_THE_WAY = Set.of(
            Topic.UPLOADS,
            Topic.AUDIO,
            Topic.SPECTROGRAMS,
            Topic.AST_FEATURES,
            Topic.PREDICTIONS,
            Topic.MIX_ORDERS,
            Topic.MIXES);

    @TempDir
    private static Path data;

    private static AllInOne tonmeister;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        tonmeister = AllInOne.start(
                new AllInOneSettings(new DataFolder(data), 0, OptionalInt.empty(), OptionalInt.of(0), "serve"),
                Map.of("OTEL_TRACES_EXPORTER", "memory", "OTEL_BSP_SCHEDULE_DELAY", "50"));
        await().atMost(PATIENCE).until(tonmeister::ready);
    }

    @AfterAll
    static void stop() {
        tonmeister.close();
    }

    @Test
    void uploadByHttp_isOneTrace_fromTheCallerToTheMix_withEachSpanUnderTheOneItCameOf() throws Exception {
        // When
        Path song = Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"));
        upload("by-http", song);
        await().atMost(PATIENCE).until(() -> !records("by-http", Topic.MIXES).isEmpty());
        List<SpanData> spans = spansOfMix(CALLERS_TRACE);

        // Then every record on the way belongs to the caller's trace
        for (Topic topic : ON_THE_WAY) {
            assertThat(records("by-http", topic))
                    .as(topic.suffix())
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(traceParent(record)).contains(CALLERS_TRACE));
        }
        // and the spans are a tree, each under the work that wrote its record
        assertThat(named(spans, "send uploads")).singleElement().satisfies(span -> assertThat(span.getParentSpanId())
                .isEqualTo(CALLER));
        assertParents(spans, "process uploads", "send uploads");
        assertParents(spans, "process audio", "process uploads");
        assertParents(spans, "process spectrograms", "process audio");
        assertParents(spans, "process ast-features", "process audio");
        assertParents(spans, "process predictions", "process spectrograms", "process ast-features");
        assertParents(spans, "process mix-orders", "process predictions");
        assertThat(records("by-http", Topic.MIXES)).singleElement().satisfies(mix -> assertThat(traceParent(mix))
                .contains(named(spans, "process mix-orders").get(0).getSpanId()));
        // and there is one for each record that was worked on
        int windows = records("by-http", Topic.AUDIO).size();
        int predictions = records("by-http", Topic.PREDICTIONS).size();
        assertThat(spans).hasSize(1 + 1 + windows + 2 * predictions + 1);
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.getAttributes().get(AttributeKey.stringKey("messaging.system")))
                        .isEqualTo("kafka"));
        assertThat(named(spans, "process mix-orders")).singleElement().satisfies(span -> assertThat(
                        span.getAttributes().get(AttributeKey.stringKey("tonmeister.track.id")))
                .isEqualTo("by-http"));
    }

    @Test
    void uploadByKcat_withoutATrace_getsOneFromIngest() throws Exception {
        // When
        Path song = Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"));
        try (var producer =
                new KafkaProducer<byte[], byte[]>(tonmeister.settings().producer())) {
            producer.send(new ProducerRecord<>(
                            tonmeister.settings().catalogue().name(Topic.UPLOADS),
                            "by-kcat".getBytes(StandardCharsets.UTF_8),
                            Files.readAllBytes(song)))
                    .get();
        }
        await().atMost(PATIENCE).until(() -> !records("by-kcat", Topic.MIXES).isEmpty());

        // Then
        var traces = ON_THE_WAY.stream()
                .filter(topic -> topic != Topic.UPLOADS)
                .flatMap(topic -> records("by-kcat", topic).stream())
                .map(record -> traceParent(record).split("-")[1])
                .collect(Collectors.toSet());
        assertThat(traces).hasSize(1).doesNotContain(CALLERS_TRACE);
        List<SpanData> spans = spansOfMix(traces.iterator().next());
        assertThat(named(spans, "process uploads")).singleElement().satisfies(span -> assertThat(
                        span.getParentSpanContext().isValid())
                .isFalse());
    }

    @Test
    void uploadByTheClient_isUnderTheCallersSpan_andItsRejectionIsTold() throws Exception {
        // Given a program that traces by its own means
        var sent = InMemorySpanExporter.create();
        try (var sdk = OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .addSpanProcessor(SimpleSpanProcessor.create(sent))
                                .build())
                        .build();
                var client = TonmeisterClient.builder()
                        .bootstrapServers(tonmeister.settings().bootstrapServers())
                        .openTelemetry(sdk)
                        .build()) {
            var caller = sdk.getTracer("test").spanBuilder("caller").startSpan();

            // When
            try (var scope = caller.makeCurrent()) {
                assertThat(scope).isNotNull();
                client.publish(Files.writeString(folder.resolve("notes.txt"), "Buy milk.\n".repeat(200)));
            }
            caller.end();

            // Then
            String trace = caller.getSpanContext().getTraceId();
            await().atMost(PATIENCE).until(() -> !named(MemorySpans.ofTrace(trace), "process uploads")
                    .isEmpty());
            SpanData send = named(sent.getFinishedSpanItems(), "send uploads").get(0);
            assertThat(send.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
            assertThat(named(MemorySpans.ofTrace(trace), "process uploads"))
                    .singleElement()
                    .satisfies(span -> {
                        assertThat(span.getParentSpanId()).isEqualTo(send.getSpanId());
                        assertThat(span.getAttributes().get(AttributeKey.stringKey("tonmeister.outcome")))
                                .isEqualTo("rejected");
                        assertThat(span.getAttributes().get(AttributeKey.stringKey("tonmeister.rejection.reason")))
                                .isEqualTo("unreadable_audio");
                    });
        }
    }

    private static void assertParents(List<SpanData> spans, String name, String... parents) {
        var ids = spans.stream()
                .filter(span -> Set.of(parents).contains(span.getName()))
                .map(SpanData::getSpanId)
                .collect(Collectors.toSet());
        assertThat(named(spans, name)).as(name).isNotEmpty().allSatisfy(span -> assertThat(ids)
                .contains(span.getParentSpanId()));
    }

    /** All spans of the trace, once the mix's is there; the others ended before. */
    private static List<SpanData> spansOfMix(String traceId) {
        await().atMost(PATIENCE).until(() -> !named(MemorySpans.ofTrace(traceId), "process mix-orders")
                .isEmpty());
        return MemorySpans.ofTrace(traceId);
    }

    private static List<SpanData> named(List<SpanData> spans, String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String track, Topic topic) {
        return new TopicReader(tonmeister.settings())
                .all(topic).stream()
                        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(track))
                        .toList();
    }

    private static String traceParent(ConsumerRecord<?, ?> record) {
        return TextHeader.read(record.headers(), RecordHeaders.TRACE_PARENT).orElse("");
    }

    private static void upload(String track, Path file) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + tonmeister.httpPort().orElseThrow() + "/v1/tracks/" + track);
        var request = HttpRequest.newBuilder(uri)
                .header("traceparent", "00-" + CALLERS_TRACE + "-" + CALLER + "-01")
                .PUT(BodyPublishers.ofFile(file))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
    }
}
