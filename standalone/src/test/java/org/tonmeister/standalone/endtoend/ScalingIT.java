package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.standalone.broker.EmbeddedBroker;

/** Twice as many instances of two stages in the midst of work, and half as many again. */
class ScalingIT {
    private static final int PARTITIONS = 6;
    private static final int SONGS = 4;
    private static final double SECONDS = 6.5;
    private static final int IN_WORK = 8;
    private static final int TRACKS = 40;

    @TempDir
    private Path folder;

    @Test
    void partitionsMoveTwice_andNoMixIsLostOrDoubled() throws Exception {
        var songs = Pieces.cut(folder, SONGS, SECONDS);
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
            var settings = settings(broker);
            try (var admin = Admin.create(settings.admin());
                    var members = new StageMembers(settings, folder.resolve("work"))) {
                // Given every song mixed by one instance of each stage, undisturbed
                settings.catalogue().create(admin);
                members.startAll();
                try (var load = new SteadyLoad(settings, songs, IN_WORK)) {
                    load.finish(SONGS);
                    Map<Integer, ByteBuffer> undisturbed = new WholeMixes(settings).check(load.songs(), folder);

                    // When
                    doubleAndHalve(load, members, admin, settings);
                    load.finish(TRACKS);
                    var groups = new ConsumerGroups(settings);
                    Awaitility.await().atMost(Duration.ofMinutes(1)).until(groups::areDone);

                    // Then
                    assertThat(load.published()).isGreaterThanOrEqualTo(TRACKS);
                    assertThat(new WholeMixes(settings).check(load.songs(), folder))
                            .isEqualTo(undisturbed);
                }
            }
        }
    }

    private static void doubleAndHalve(SteadyLoad load, StageMembers members, Admin admin, PipelineSettings settings)
            throws Exception {
        var mix = new GroupMembers(admin, settings.groupId("mix"));
        var features = new GroupMembers(admin, settings.groupId("features"));
        int before = load.mixed() + IN_WORK;
        load.until(() -> load.mixed() >= before);
        Set<String> firstMix = Set.copyOf(mix.partitions().keySet());
        Set<String> firstFeatures = Set.copyOf(features.partitions().keySet());
        assertThat(firstMix).hasSize(1);
        assertThat(firstFeatures).hasSize(1);

        members.start("mix", "mix-2");
        members.start("features", "features-2");
        load.until(() -> mix.share(2, PARTITIONS) && features.share(2, PARTITIONS));
        assertInWork(load);
        Set<Integer> moved = partitionsOfOthers(mix, firstMix);
        Set<Integer> movedFeatures = partitionsOfOthers(features, firstFeatures);

        // What is published from here on in the partitions that moved is the new instances' work.
        Set<String> known = load.songs().keySet();
        load.until(() -> hasNew(load, known, moved) && hasNew(load, known, movedFeatures));

        // Of one stage the old instance goes, of the other the new one.
        var closed = CompletableFuture.runAsync(() -> {
            members.close("mix");
            members.close("features-2");
        });
        load.until(() -> closed.isDone() && mix.share(1, PARTITIONS) && features.share(1, PARTITIONS));
        closed.get(1, TimeUnit.SECONDS);
        assertInWork(load);
        assertThat(mix.partitions().keySet()).doesNotContainAnyElementsOf(firstMix);
        assertThat(features.partitions().keySet()).isEqualTo(firstFeatures);
    }

    /** Guard: the instances come and go while there is something to lose. */
    private static void assertInWork(SteadyLoad load) {
        assertThat(load.published() - load.mixed()).as("tracks in work").isPositive();
    }

    private static Set<Integer> partitionsOfOthers(GroupMembers group, Set<String> former) {
        var others = new HashMap<>(group.partitions());
        others.keySet().removeAll(former);
        assertThat(others).as("partitions of the new instance").hasSize(1);
        return others.values().iterator().next();
    }

    /** Whether an upload of these partitions has been mixed that was not known before. */
    private static boolean hasNew(SteadyLoad load, Set<String> known, Set<Integer> partitions) {
        var fresh = new HashSet<>(load.mixedUploads());
        fresh.removeAll(known);
        return fresh.stream().anyMatch(upload -> partitions.contains(partition(upload)));
    }

    /** All topics have the same number of partitions and the same keys, so a track has the same partition in each. */
    private static int partition(String uploadId) {
        return Integer.parseInt(List.of(uploadId.split("-")).get(0));
    }

    private static PipelineSettings settings(EmbeddedBroker broker) {
        return PipelineSettings.builder()
                .bootstrapServers(broker.bootstrap())
                .partitions(PARTITIONS)
                .withoutManagement()
                .kafka("enable.metrics.push", "false")
                .build();
    }
}
