package org.tonmeister.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.pipeline.worker.RejectedException;
import org.tonmeister.predict.RecordingContext.Sent;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Model;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.predict.model.WindowSource;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SourceDescription;
import org.tonmeister.schemas.record.TrackClosing;

class PredictHandlerTest {
    private static final Parameters TOLD = Parameters.neutral().with(Parameter.REVERB, 0.25);

    private final RecordingContext context = new RecordingContext();

    /** Tells the mean of the embedding as the delay; refuses an empty one. */
    private static final class Listener implements Model<AstWindow> {
        private boolean closed;

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public String version() {
            return "7";
        }

        @Override
        public Estimate predict(AstWindow window) {
            if (window.getEmbedding().isEmpty()) {
                throw new IllegalArgumentException("no embedding");
            }
            return new Estimate(TOLD.with(Parameter.DELAY, window.getEmbedding().get(0)), 1.5);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Listener model = new Listener();
    private final PredictHandler<AstWindow> handler =
            new PredictHandler<>(WindowSource.AST_FEATURES, model, new SimpleMeterRegistry());

    @Test
    void sendsThePredictionWithWhatTheWindowBrought() throws Exception {
        handler.handle(record(window(3, null, 0.5f)), context);

        assertThat(context.sent)
                .containsExactly(new Sent(
                        Topic.PREDICTIONS,
                        "song",
                        new Prediction(
                                "song",
                                "2-5",
                                "a.b",
                                "listener",
                                "7",
                                "epoch-1",
                                3,
                                new RecordPointer(2, 99L),
                                1.5,
                                ParameterRecords.record(TOLD.with(Parameter.DELAY, 0.5)),
                                null)));
        assertThat(context.log).containsExactly("identify song 2-5");
    }

    @Test
    void handsTheClosingOn_andTellsThatItIsDone() throws Exception {
        var closing = new TrackClosing(
                4,
                100L,
                44_100,
                "range",
                800L,
                ByteBuffer.allocate(32),
                new SourceDescription("a.wav", "wav", "pcm_s16le", 44_100, 2, 16, false),
                MixOptions.newBuilder().build(),
                List.of());

        handler.handle(record(window(3, closing, 0)), context);

        assertThat(((Prediction) context.sent.get(0).value()).getClosing()).isEqualTo(closing);
        assertThat(context.log).containsExactly("identify song 2-5", "progress song 2-5 predict DONE 1.0");
    }

    @Test
    void rejects_whatIsNoWindow() {
        assertThatThrownBy(() -> handler.handle(record("none".getBytes(StandardCharsets.UTF_8)), context))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("AstWindow");
        assertThatThrownBy(() -> handler.handle(record((byte[]) null), context)).isInstanceOf(RejectedException.class);
    }

    @Test
    void rejects_windowThatTheModelCannotRead() {
        assertThatThrownBy(() -> handler.handle(record(window(0, null)), context))
                .isInstanceOf(RejectedException.class)
                .hasMessage("Model 'listener' cannot read the window: no embedding");
        assertThat(context.sent).isEmpty();
        assertThat(context.log).as("the rejection finds its upload").containsExactly("identify song 2-5");
    }

    @Test
    void closesItsModel() {
        handler.close();

        assertThat(model.closed).isTrue();
    }

    private static AstWindow window(int index, TrackClosing closing, float... embedding) {
        var values = new ArrayList<Float>();
        for (float value : embedding) {
            values.add(value);
        }
        return new AstWindow(
                "song",
                "2-5",
                "a.b",
                index,
                new RecordPointer(2, 99L),
                "encoder",
                "1",
                values,
                TestWindows.statistics(),
                List.of(),
                List.of(),
                closing);
    }

    private static ConsumerRecord<byte[], byte[]> record(AstWindow window) {
        return record(AvroSerde.of(AstWindow.class).encode(window));
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>("test.ast-features", 2, 7, "song".getBytes(StandardCharsets.UTF_8), value);
    }
}
