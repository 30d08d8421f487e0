package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/**
 * One broker of three is killed, as {@code kill -9} does, while tracks are in work. {@code -Dtonmeister.chaos.rounds=N}:
 * N times, each of the three in turn.
 */
@Tag("chaos")
class KillBrokerIT {
    private static final int ROUNDS = Integer.getInteger("tonmeister.chaos.rounds", 1);
    private static final int BROKERS = 3;
    private static final int TRACKS = 12;
    private static final int SONGS = 2;
    private static final int IN_WORK = 6;
    private static final double SECONDS = 6.5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void oneBrokerOfThreeLost_noTrackIs() throws Exception {
        var songs = Pieces.cut(folder, SONGS, SECONDS);
        try (var brokers = KilledBrokers.start(folder, BROKERS)) {
            var settings = settings(brokers.bootstrap());
            try (var admin = Admin.create(settings.admin());
                    var members = new StageMembers(settings, folder.resolve("work"))) {
                // Given
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> admin.describeCluster().nodes().get().size() == BROKERS);
                settings.catalogue().create(admin);
                members.startAll();
                try (var load = new SteadyLoad(settings, songs, IN_WORK)) {
                    load.finish(SONGS);
                    Map<Integer, ByteBuffer> undisturbed = new WholeMixes(settings).check(load.songs(), folder);

                    for (int round = 0; round < ROUNDS; round++) {
                        int victim = 1 + round % BROKERS;
                        int wanted = load.mixed() + TRACKS;
                        load.until(() -> load.mixed() >= wanted - TRACKS + 2);
                        assertThat(leads(admin, settings, victim))
                                .as("guard: broker %s leads partitions", victim)
                                .isTrue();

                        // When
                        brokers.kill(victim);
                        assertThat(load.published() - load.mixed())
                                .as("guard: tracks in work")
                                .isPositive();
                        load.finish(wanted);

                        // Then
                        var groups = new ConsumerGroups(settings);
                        await().atMost(PATIENCE).until(groups::areDone);
                        assertThat(new WholeMixes(settings).check(load.songs(), folder))
                                .isEqualTo(undisturbed);
                        if (round + 1 < ROUNDS) {
                            brokers.restart(victim);
                            await().atMost(PATIENCE).until(() -> inSync(admin, settings));
                        }
                    }
                }
            }
        }
    }

    private static boolean leads(Admin admin, PipelineSettings settings, int node) throws Exception {
        return audio(admin, settings).partitions().stream()
                .anyMatch(partition ->
                        partition.leader() != null && partition.leader().id() == node);
    }

    private static boolean inSync(Admin admin, PipelineSettings settings) throws Exception {
        return audio(admin, settings).partitions().stream()
                .allMatch(partition -> partition.isr().size() == BROKERS);
    }

    private static TopicDescription audio(Admin admin, PipelineSettings settings) throws Exception {
        String topic = settings.catalogue().name(Topic.AUDIO);
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    }

    private static PipelineSettings settings(String bootstrap) {
        return PipelineSettings.builder()
                .bootstrapServers(bootstrap)
                .partitions(6)
                .replicationFactor(BROKERS)
                .withoutManagement()
                .kafka("enable.metrics.push", "false")
                .build();
    }
}
