package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.feature.FeatureService;
import org.tonmeister.ingest.IngestService;
import org.tonmeister.mix.MixService;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.predict.EnsembleService;
import org.tonmeister.predict.PredictService;
import org.tonmeister.schemas.Topic;

/**
 * Each service in turn runs as a process of its own, is killed in the midst of its work as {@code kill -9} does, and
 * another of its kind goes on. {@code -Dtonmeister.chaos.rounds=N}: so many times.
 */
@Tag("chaos")
class KillServiceIT {
    private static final int ROUNDS = Integer.getInteger("tonmeister.chaos.rounds", 1);
    private static final int ATTEMPTS = 4;
    private static final int TRACKS = 6;
    private static final int SONGS = 2;
    private static final double SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<Stage> STAGES = List.of(
            new Stage("ingest", IngestService.class, Topic.AUDIO),
            new Stage("features", FeatureService.class, Topic.SPECTROGRAMS),
            new Stage("predict-analyser", PredictService.class, Topic.PREDICTIONS),
            new Stage("ensemble", EnsembleService.class, Topic.MIX_ORDERS),
            new Stage("mix", MixService.class, Topic.MIX_CHUNKS));

    /**
     * A service.
     *
     * @param name of its stage
     * @param service its main class
     * @param output the topic where its work shows first
     */
    private record Stage(String name, Class<?> service, Topic output) {}

    @TempDir
    private Path folder;

    private PipelineSettings settings;
    private StageMembers members;
    private Admin admin;
    private SteadyLoad load;
    private ConsumerGroups groups;

    @Test
    void everyServiceKilledAtWork_isSucceeded_andEveryTrackHasOneWholeMix() throws Exception {
        var songs = Pieces.cut(folder, SONGS, SECONDS);
        try (var broker = KilledBrokers.start(folder, 1)) {
            settings = settings(broker.bootstrap());
            groups = new ConsumerGroups(settings);
            try (var running = new StageMembers(settings, folder.resolve("work"));
                    var client = Admin.create(settings.admin())) {
                // Given
                members = running;
                admin = client;
                settings.catalogue().create(admin);
                members.startAll();
                try (var steady = new SteadyLoad(settings, songs, TRACKS)) {
                    load = steady;
                    load.finish(SONGS);
                    Map<Integer, ByteBuffer> undisturbed = new WholeMixes(settings).check(load.songs(), folder);

                    for (int round = 0; round < ROUNDS; round++) {
                        for (Stage stage : STAGES) {
                            // When
                            killAtWork(stage);

                            // Then
                            assertThat(new WholeMixes(settings).check(load.songs(), folder))
                                    .as("after the death of %s", stage.name())
                                    .isEqualTo(undisturbed);
                        }
                    }
                }
            }
        }
    }

    /** Kills the stage until it was hit at work; each time, its successor does what is left. */
    private void killAtWork(Stage stage) throws Exception {
        boolean hit = false;
        for (int attempt = 0; attempt < ATTEMPTS && !hit; attempt++) {
            members.close(stage.name());
            hit = killOnce(stage);
            members.start(stage.name(), stage.name());
            load.finish(load.published());
            await().atMost(PATIENCE).until(groups::areDone);
        }
        assertThat(hit)
                .as("guard: %s had work left when it was killed", stage.name())
                .isTrue();
    }

    private boolean killOnce(Stage stage) throws Exception {
        int wanted = load.published() + TRACKS;
        // The ensemble is done with a heap of windows at once: it is killed while they come.
        boolean alongside = stage.name().equals("ensemble");
        long before = written(stage.output());
        var positions = groups.positions(stage.name());
        Process victim = alongside ? start(stage) : null;
        if (alongside) {
            await().atMost(PATIENCE).until(() -> isMember(stage));
        }
        load.publishUpTo(wanted);
        if (!alongside) {
            await().atMost(PATIENCE).until(() -> upstreamIsDone(stage));
            victim = start(stage);
        }
        try {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> alongside
                            ? !groups.positions(stage.name()).equals(positions)
                            : written(stage.output()) > before);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return alongside
                ? new TopicReader(settings).all(stage.output()).size() < wanted
                : groups.remaining(stage.name()) > 0;
    }

    private Process start(Stage stage) throws Exception {
        var environment = new HashMap<String, String>();
        settings.kafka()
                .forEach((key, value) -> environment.put(
                        "KAFKA_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value));
        // Few records at a time: there is always something left.
        environment.put("KAFKA_CONSUMER_MAX_PARTITION_FETCH_BYTES", "1");
        environment.put("TONMEISTER_PARTITIONS", Integer.toString(settings.partitions()));
        environment.put("TONMEISTER_MODELS", "analyser");
        environment.put("TONMEISTER_MANAGEMENT_PORT", "off");
        // As a restarted container has it: what the killed one left open ends when the successor comes.
        environment.put("TONMEISTER_INSTANCE", stage.name());
        environment.put(
                "TONMEISTER_TEMP", folder.resolve("work").resolve(stage.name()).toString());
        return ChildJvm.start(
                stage.service().getName(), List.of(), environment, Files.createTempFile(folder, stage.name(), ".log"));
    }

    private boolean isMember(Stage stage) {
        return new GroupMembers(admin, settings.groupId(stage.name())).share(1, settings.partitions());
    }

    private boolean upstreamIsDone(Stage stage) {
        return STAGES.stream()
                .takeWhile(earlier -> !earlier.equals(stage))
                .allMatch(earlier -> groups.remaining(earlier.name()) == 0);
    }

    /** Records in a topic, also of transactions that are open or were aborted. */
    private long written(Topic topic) throws Exception {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (int partition = 0; partition < settings.partitions(); partition++) {
            latest.put(new TopicPartition(settings.catalogue().name(topic), partition), OffsetSpec.latest());
        }
        return admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    private static PipelineSettings settings(String bootstrap) {
        return PipelineSettings.builder()
                .bootstrapServers(bootstrap)
                .partitions(4)
                .withoutManagement()
                .kafka("enable.metrics.push", "false")
                .kafka("consumer.session.timeout.ms", "2000")
                .kafka("consumer.heartbeat.interval.ms", "300")
                .build();
    }
}
