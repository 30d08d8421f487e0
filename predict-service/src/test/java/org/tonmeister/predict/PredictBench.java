package org.tonmeister.predict;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.management.ServiceEnvironment;
import org.tonmeister.pipeline.settings.EnvironmentReader;
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
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** predict-service with two models, and the ensemble, on topics of their own. */
final class PredictBench implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final int WINDOWS = TestWindows.COUNT;
    private static final Models MODELS = new Models(List.of(delayOf("one", 0.25), delayOf("two", 0.75)));

    private final Path folder;
    private final TestPipeline pipeline;
    private ManagedComponent predict;
    private ManagedComponent ensemble;
    private int starts;

    PredictBench(TestBroker broker, Path folder) {
        this.folder = folder;
        this.pipeline = new TestPipeline(broker);
    }

    TestPipeline pipeline() {
        return pipeline;
    }

    void start() {
        startPredict(MODELS);
        startEnsemble();
    }

    void stopEnsemble() {
        ensemble.close();
    }

    @Override
    public void close() {
        predict.close();
        ensemble.close();
        pipeline.close();
    }

    /** The ensemble reads its predictions again. */
    void replayEnsemble() {
        ensemble.close();
        String group = pipeline.settings().groupId(EnsembleComponent.STAGE);
        retrying(() -> pipeline.resetOffsets(group, Topic.PREDICTIONS));
        startEnsemble();
    }

    private void startPredict(Models models) {
        predict = PredictService.create(environment(), models);
        predict.start();
    }

    /** With a state folder of its own each time. */
    void startEnsemble() {
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

    void replay(String group) {
        replay(group, MODELS);
    }

    void replay(String group, Models models) {
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
    void publishMarker() {
        publish("song", "0-9", "i1.f1", 0, 1, 1);
        ordersOf("0-9", 1);
    }

    private ServiceEnvironment environment() {
        return new ServiceEnvironment(pipeline.settings(), new EnvironmentReader(Map.of()), new SimpleMeterRegistry());
    }

    List<MixOrder> orders(int count) {
        await().atMost(PATIENCE)
                .until(() -> pipeline.committed(Topic.MIX_ORDERS).size() >= count);
        return committedOrders();
    }

    List<MixOrder> ordersOf(String uploadId, int count) {
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

    long predictions(String uploadId) {
        return predictionsOf(uploadId).count();
    }

    long predictions(String uploadId, String model) {
        return predictionsOf(uploadId)
                .filter(prediction -> prediction.getModel().equals(model))
                .count();
    }

    private Stream<Prediction> predictionsOf(String uploadId) {
        return pipeline.committed(Topic.PREDICTIONS).stream()
                .map(record -> AvroSerde.of(Prediction.class).decode(record.value()))
                .filter(prediction -> prediction.getUploadId().equals(uploadId));
    }

    void publish(String track, String upload, String pass, int from, int to) {
        publish(track, upload, pass, from, to, WINDOWS);
    }

    private void publish(String track, String upload, String pass, int from, int to, int windows) {
        for (int window = from; window < to; window++) {
            pipeline.publish(Topic.SPECTROGRAMS, track, TestWindows.of(track, upload, pass, window, windows));
        }
    }

    /** A model that says the same of every window. */
    static InstalledModel<SpectrogramWindow> delayOf(String name, double delay) {
        return delayOf(name, "1", delay);
    }

    static InstalledModel<SpectrogramWindow> delayOf(String name, String version, double delay) {
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
}
