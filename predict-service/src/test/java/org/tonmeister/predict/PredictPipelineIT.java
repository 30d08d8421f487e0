package org.tonmeister.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.predict.ensemble.EnsembleComponent;
import org.tonmeister.predict.ensemble.EnsembleSettings;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Model;
import org.tonmeister.predict.model.WindowSource;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SourceDescription;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.TrackClosing;
import org.tonmeister.schemas.record.WindowStatistics;

/** Both services against a broker: spectrograms in, mix orders out. */
@ExtendWith(SharedBroker.class)
class PredictPipelineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WINDOWS = 6;
    private static final Models MODELS = new Models(List.of(delayOf("one", 0.25), delayOf("two", 0.75)));

    @TempDir
    private Path folder;

    private TestPipeline pipeline;
    private ManagedComponent predict;
    private ManagedComponent ensemble;
    private int starts;

    @BeforeEach
    void createTopics(TestBroker broker) {
        pipeline = new TestPipeline(broker);
    }

    @AfterEach
    void close() {
        predict.close();
        ensemble.close();
        pipeline.close();
    }

    @Test
    void windowsOfATrack_becomeOneOrder() {
        startPredict();
        startEnsemble();

        publish("song", "0-1", "i1.f1", 0, WINDOWS);

        var order = orders(1).get(0);
        assertThat(order.getOrderId()).isEqualTo("0-1/ensemble/1");
        assertThat(order.getParameters().getDelay()).isEqualTo(0.5);
        assertThat(order.getModels()).extracting(ModelPart::getModel).containsExactly("one", "two");
        assertThat(order.getModels()).extracting(ModelPart::getWindows).containsOnly(WINDOWS);
    }

    @Test
    void replayOfOneModelsGroup_givesOneOrder() {
        startPredict();
        startEnsemble();
        publish("song", "0-1", "i1.f1", 0, WINDOWS);
        orders(1);

        replay(pipeline.settings().groupId("predict-two"));

        assertThat(orders(2)).extracting(MixOrder::getRevision).containsExactly(1, 2);
        // What else comes of the replay would have come before the next track's order.
        publish("song", "0-2", "i1.f1", 0, WINDOWS);
        assertThat(orders(3)).extracting(MixOrder::getUploadId).containsExactly("0-1", "0-1", "0-2");
    }

    @Test
    void replayOfAModelThatWasReplaced_makesOnlyItsPartAnew() {
        startPredict();
        startEnsemble();
        publish("song", "0-1", "i1.f1", 0, WINDOWS);
        publish("song", "0-2", "i1.f1", 0, WINDOWS);
        var before = orders(2);

        replay(
                pipeline.settings().groupId("predict-two"),
                new Models(List.of(delayOf("one", 0.25), delayOf("two", "2", 0.5))));

        var after = orders(4).subList(2, 4);
        assertThat(after).extracting(MixOrder::getOrderId).containsExactly("0-1/ensemble/2", "0-2/ensemble/2");
        assertThat(after).allSatisfy(order -> {
            assertThat(order.getModels().get(0))
                    .isEqualTo(before.get(0).getModels().get(0));
            assertThat(order.getModels().get(1).getVersion()).isEqualTo("2");
            assertThat(order.getModels().get(1).getParameters().getDelay()).isEqualTo(0.5);
            assertThat(order.getParameters().getDelay()).isEqualTo(0.375);
        });
        publish("song", "0-3", "i1.f1", 0, WINDOWS);
        assertThat(orders(5)).as("one order of each upload, and no more").hasSize(5);
        assertThat(predictions("0-1", "one")).isEqualTo(WINDOWS);
        assertThat(predictions("0-1", "two")).isEqualTo(2 * WINDOWS);
    }

    @Test
    void newPass_givesExactlyOneOrder() {
        startPredict();
        startEnsemble();
        publish("song", "0-1", "i1.f1", 0, WINDOWS);
        orders(1);

        publish("song", "0-1", "i1.f2", 0, WINDOWS);
        publish("song", "0-2", "i1.f2", 0, WINDOWS);

        assertThat(orders(3))
                .extracting(MixOrder::getOrderId)
                .containsExactly("0-1/ensemble/1", "0-1/ensemble/2", "0-2/ensemble/1");
    }

    @Test
    void restartOnAnotherMachine_goesOnFromTheChangelog() {
        startPredict();
        startEnsemble();
        publish("song", "0-1", "i1.f1", 0, 4);
        await().atMost(PATIENCE).until(() -> predictions("0-1") == 2 * 4);
        publishMarker();

        ensemble.close();
        publish("song", "0-1", "i1.f1", 4, WINDOWS);
        startEnsemble();

        assertThat(ordersOf("0-1", 1)).singleElement().satisfies(order -> assertThat(order.getModels())
                .extracting(ModelPart::getWindows)
                .containsOnly(WINDOWS));
    }

    @Test
    void predictionsReadAgain_giveOneNewOrder() {
        startPredict();
        startEnsemble();
        publish("song", "0-1", "i1.f1", 0, WINDOWS);
        orders(1);

        ensemble.close();
        String group = pipeline.settings().groupId(EnsembleComponent.STAGE);
        retrying(() -> pipeline.resetOffsets(group, Topic.PREDICTIONS));
        startEnsemble();

        assertThat(orders(2)).extracting(MixOrder::getRevision).containsExactly(1, 2);
        publish("song", "0-2", "i1.f1", 0, WINDOWS);
        assertThat(orders(3)).extracting(MixOrder::getUploadId).containsExactly("0-1", "0-1", "0-2");
    }

    @Test
    void recordsThatCannotBeRead_becomeDeadLetters_andARemixGoesOn() {
        startPredict();
        startEnsemble();
        publish("song", "0-1", "i1.f1", 0, WINDOWS);
        orders(1);

        pipeline.publish(
                Topic.PREDICTIONS, "song", "no prediction", new TextHeader(RecordHeaders.TRACE_PARENT, "00-t"));
        pipeline.publish(Topic.SPECTROGRAMS, "song", "no spectrogram");
        var request = new MixRequest("r", null, MixOptions.newBuilder().build());
        pipeline.publish(
                Topic.MIX_REQUESTS, "song", AvroSerde.of(MixRequest.class).encode(request));

        assertThat(orders(2)).extracting(MixOrder::getRevision).containsExactly(1, 2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.texts(Topic.DEAD_LETTERS))
                .containsExactlyInAnyOrder("no prediction", "no spectrogram", "no spectrogram"));
        assertThat(pipeline.committed(Topic.DEAD_LETTERS))
                .filteredOn(letter -> text(letter.value()).equals("no prediction"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(header(letter, RecordHeaders.DEAD_LETTER_STAGE)).isEqualTo("ensemble");
                    assertThat(header(letter, RecordHeaders.TRACE_PARENT)).isEqualTo("00-t");
                    assertThat(header(letter, RecordHeaders.DEAD_LETTER_TOPIC))
                            .isEqualTo(pipeline.name(Topic.PREDICTIONS));
                });
    }

    private void startPredict() {
        startPredict(MODELS);
    }

    private void startPredict(Models models) {
        predict = PredictService.create(environment(), models);
        predict.start();
    }

    /** With a state folder of its own each time. */
    private void startEnsemble() {
        var settings = pipeline.settings().toBuilder()
                .temp(folder.resolve("state-" + starts++))
                .build();
        ensemble = new EnsembleComponent(
                settings,
                new EnsembleSettings(
                        MODELS.names(),
                        EnsembleWeights.equal(),
                        Optional.empty(),
                        EnsembleSettings.DEFAULT_RETENTION,
                        settings.catalogue()),
                new SimpleMeterRegistry(),
                Tracing.off());
        ensemble.start();
        await().atMost(PATIENCE).until(ensemble::ready);
    }

    private void replay(String group) {
        replay(group, MODELS);
    }

    private void replay(String group, Models models) {
        predict.close();
        var model = group.substring(group.lastIndexOf('-') + 1);
        var source = MODELS.find(model).orElseThrow().source().topic();
        retrying(() -> pipeline.resetOffsets(group, source));
        startPredict(models);
    }

    /** The coordinator may believe for a moment that the group is still there. */
    private static void retrying(Runnable action) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            action.run();
            return true;
        });
    }

    /** A track of one window: when its order is there, the ensemble has committed what came before. */
    private void publishMarker() {
        publish("song", "0-9", "i1.f1", 0, 1, 1);
        ordersOf("0-9", 1);
    }

    private ServiceEnvironment environment() {
        return new ServiceEnvironment(pipeline.settings(), new EnvironmentReader(Map.of()), new SimpleMeterRegistry());
    }

    private List<MixOrder> orders(int count) {
        await().atMost(PATIENCE)
                .until(() -> pipeline.committed(Topic.MIX_ORDERS).size() >= count);
        return committedOrders();
    }

    private List<MixOrder> ordersOf(String uploadId, int count) {
        await().atMost(PATIENCE)
                .until(() -> committedOrders().stream()
                                .filter(order -> order.getUploadId().equals(uploadId))
                                .count()
                        >= count);
        return committedOrders().stream()
                .filter(order -> order.getUploadId().equals(uploadId))
                .toList();
    }

    private List<MixOrder> committedOrders() {
        return pipeline.committed(Topic.MIX_ORDERS).stream()
                .map(record -> AvroSerde.of(MixOrder.class).decode(record.value()))
                .toList();
    }

    private long predictions(String uploadId) {
        return predictionsOf(uploadId).count();
    }

    private long predictions(String uploadId, String model) {
        return predictionsOf(uploadId)
                .filter(prediction -> prediction.getModel().equals(model))
                .count();
    }

    private Stream<Prediction> predictionsOf(String uploadId) {
        return pipeline.committed(Topic.PREDICTIONS).stream()
                .map(record -> AvroSerde.of(Prediction.class).decode(record.value()))
                .filter(prediction -> prediction.getUploadId().equals(uploadId));
    }

    private void publish(String track, String upload, String pass, int from, int to) {
        publish(track, upload, pass, from, to, WINDOWS);
    }

    private void publish(String track, String upload, String pass, int from, int to, int windows) {
        for (int window = from; window < to; window++) {
            var record = new SpectrogramWindow(
                    track,
                    upload,
                    pass,
                    window,
                    new RecordPointer(0, 10L + window),
                    5.0,
                    128,
                    1,
                    0.046,
                    ByteBuffer.allocate(256),
                    ByteBuffer.allocate(256),
                    WindowStatistics.newBuilder()
                            .setLoudnessLufs(-20)
                            .setRmsDbfs(-20)
                            .setPeakDbfs(-3)
                            .setMidDbfs(-20)
                            .setSideDbfs(-30)
                            .setCorrelation(0.5)
                            .setLevelPercentilesDb(List.of())
                            .setSlopePercentilesDb(List.of())
                            .setLevelDeviationDb(3)
                            .setCrestMeanDb(9)
                            .setCrestDeviationDb(2)
                            .build(),
                    window == windows - 1 ? closing(windows) : null);
            pipeline.publish(
                    Topic.SPECTROGRAMS,
                    track,
                    AvroSerde.of(SpectrogramWindow.class).encode(record));
        }
    }

    private static TrackClosing closing(int windows) {
        return new TrackClosing(
                windows,
                windows * 220_500L,
                44_100,
                "range",
                windows * 882_000L,
                ByteBuffer.allocate(32),
                new SourceDescription("a.wav", "wav", "pcm_s16le", 44_100, 2, 16, false),
                MixOptions.newBuilder().build(),
                List.of());
    }

    /** A model that says the same of every window. */
    private static InstalledModel<SpectrogramWindow> delayOf(String name, double delay) {
        return delayOf(name, "1", delay);
    }

    private static InstalledModel<SpectrogramWindow> delayOf(String name, String version, double delay) {
        return new InstalledModel<>(name, WindowSource.SPECTROGRAMS, () -> new Model<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String version() {
                return version;
            }

            @Override
            public Estimate predict(SpectrogramWindow window) {
                return new Estimate(Parameters.neutral().with(Parameter.DELAY, delay), 1);
            }
        });
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
