package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.ProgressState;

@ExtendWith(SharedBroker.class)
class StageRangeOutputIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void bytesWrittenByAStage_readBackAsOneRange_alsoAfterAFault() throws IOException {
        // Given a handler that breaks off its first attempt, and sends progress in between
        byte[] bytes = new byte[20_000_000];
        new Random(5).nextBytes(bytes);
        var attempts = new AtomicInteger();
        var slices = new AtomicInteger();
        var range = new AtomicReference<LogRange>();
        StageHandler handler = (record, context) -> {
            var out = new StageRangeOutput(context, Topic.MIX_CHUNKS, "track");
            out.write(bytes, 0, 9_000_001);
            slices.set(pipeline.committed(Topic.MIX_CHUNKS).size());
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("injected");
            }
            context.progress("track", "0-0", "mix", ProgressState.RUNNING, 0.5);
            out.write(bytes[9_000_001]);
            out.write(bytes, 9_000_002, bytes.length - 9_000_002);
            range.set(out.finish());
            assertThat(out.bytes()).isEqualTo(bytes.length);
        };
        pipeline.publish(Topic.MIX_ORDERS, "track", "order");

        // When
        try (var worker = TransactionalWorker.builder("test", Topic.MIX_ORDERS, pipeline.settings(), () -> handler)
                .build()) {
            worker.start();
            await().atMost(PATIENCE).until(() -> range.get() != null);
        }

        // Then
        var back = new ByteArrayOutputStream(bytes.length);
        try (var reader = LogRangeReader.open(pipeline.settings())) {
            reader.copyTo(range.get(), back);
        }
        assertThat(Arrays.equals(back.toByteArray(), bytes)).isTrue();
        assertThat(attempts).hasValue(2);
        assertThat(slices).as("guard: slices were committed on the way").hasPositiveValue();
    }
}
