package org.tonmeister.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.ModelPart;

/** Both services against a broker: spectrograms in, mix orders out. */
@ExtendWith(SharedBroker.class)
class PredictPipelineIT {
    @TempDir
    private Path folder;

    private PredictBench bench;

    @BeforeEach
    void open(TestBroker broker) {
        bench = new PredictBench(broker, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void windowsOfATrack_becomeOneOrder() {
        bench.start();

        bench.publish("song", "0-1", "i1.f1", 0, PredictBench.WINDOWS);

        var order = bench.orders(1).get(0);
        assertThat(order.getOrderId()).isEqualTo("0-1/ensemble/1");
        assertThat(order.getParameters().getDelay()).isEqualTo(0.5);
        assertThat(order.getModels()).extracting(ModelPart::getModel).containsExactly("one", "two");
        assertThat(order.getModels()).extracting(ModelPart::getWindows).containsOnly(PredictBench.WINDOWS);
    }

    @Test
    void newPass_givesExactlyOneOrder() {
        bench.start();
        bench.publish("song", "0-1", "i1.f1", 0, PredictBench.WINDOWS);
        bench.orders(1);

        bench.publish("song", "0-1", "i1.f2", 0, PredictBench.WINDOWS);
        bench.publish("song", "0-2", "i1.f2", 0, PredictBench.WINDOWS);

        assertThat(bench.orders(3))
                .extracting(MixOrder::getOrderId)
                .containsExactly("0-1/ensemble/1", "0-1/ensemble/2", "0-2/ensemble/1");
    }

    @Test
    void restartOnAnotherMachine_goesOnFromTheChangelog() {
        bench.start();
        bench.publish("song", "0-1", "i1.f1", 0, 4);
        await().atMost(PredictBench.PATIENCE).until(() -> bench.predictions("0-1") == 2 * 4);
        bench.publishMarker();

        bench.stopEnsemble();
        bench.publish("song", "0-1", "i1.f1", 4, PredictBench.WINDOWS);
        bench.startEnsemble();

        assertThat(bench.ordersOf("0-1", 1)).singleElement().satisfies(order -> assertThat(order.getModels())
                .extracting(ModelPart::getWindows)
                .containsOnly(PredictBench.WINDOWS));
    }

    @Test
    void recordsThatCannotBeRead_becomeDeadLetters_andARemixGoesOn() {
        bench.start();
        bench.publish("song", "0-1", "i1.f1", 0, PredictBench.WINDOWS);
        bench.orders(1);

        bench.pipeline()
                .publish(
                        Topic.PREDICTIONS, "song", "no prediction", new TextHeader(RecordHeaders.TRACE_PARENT, "00-t"));
        bench.pipeline().publish(Topic.SPECTROGRAMS, "song", "no spectrogram");
        var request = new MixRequest("r", null, MixOptions.newBuilder().build());
        bench.pipeline()
                .publish(
                        Topic.MIX_REQUESTS,
                        "song",
                        AvroSerde.of(MixRequest.class).encode(request));

        assertThat(bench.orders(2)).extracting(MixOrder::getRevision).containsExactly(1, 2);
        await().atMost(PredictBench.PATIENCE)
                .untilAsserted(() -> assertThat(bench.pipeline().texts(Topic.DEAD_LETTERS))
                        .containsExactlyInAnyOrder("no prediction", "no spectrogram", "no spectrogram"));
        assertThat(bench.pipeline().committed(Topic.DEAD_LETTERS))
                .filteredOn(letter -> text(letter.value()).equals("no prediction"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(header(letter, RecordHeaders.DEAD_LETTER_STAGE)).isEqualTo("ensemble");
                    assertThat(header(letter, RecordHeaders.TRACE_PARENT)).isEqualTo("00-t");
                    assertThat(header(letter, RecordHeaders.DEAD_LETTER_TOPIC))
                            .isEqualTo(bench.pipeline().name(Topic.PREDICTIONS));
                });
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
