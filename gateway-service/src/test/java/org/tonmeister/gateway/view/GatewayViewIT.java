package org.tonmeister.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.Upload;

@ExtendWith(SharedBroker.class)
class GatewayViewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<GatewayView> gateways = new ArrayList<>();
    private TestPipeline pipeline;

    @BeforeEach
    void create(TestBroker broker) {
        pipeline = new TestPipeline(broker);
    }

    @AfterEach
    void close() {
        gateways.forEach(GatewayView::close);
        pipeline.close();
    }

    @Test
    void twoGateways_bothListEveryTrack_whicheverWorksOnIt() {
        var one = gateway("one");
        var two = gateway("two");
        for (int i = 0; i < 12; i++) {
            upload("track-" + i);
        }

        for (GatewayView gateway : List.of(one, two)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(list(gateway)).hasSize(12));
        }
        assertThat(list(one))
                .as("newest first; the machine may have made several in one millisecond")
                .isSortedAccordingTo(
                        Comparator.comparingLong(TrackState::getCreatedAt).reversed())
                .isEqualTo(list(two));
    }

    @Test
    void survivesARestart_withItsFolder_andWithout() throws Exception {
        var first = gateway("one");
        done(upload("song"));
        awaitPhase(first, "song", TrackPhase.DONE);
        first.close();
        String group = pipeline.settings().topicPrefix() + "-gateway";
        assertThat(pipeline.admin()
                        .describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group)
                        .get()
                        .members())
                .as("it leaves the group: the others need not wait for the end of its session")
                .isEmpty();

        for (String name : List.of("one", "new")) {
            var again = gateway(name);
            assertThat(again.tracks().find("song").orElseThrow().getMixes()).hasSize(1);
            var upload = upload("after-" + name);
            done(upload);
            awaitPhase(again, upload.trackId(), TrackPhase.DONE);
            assertThat(again.tracks().list(Query.newest(1)).tracks())
                    .extracting(TrackState::getTrackId)
                    .containsExactly(upload.trackId());
            again.close();
        }
    }

    @Test
    void eventsResume_atAnotherGateway_withWhatHappenedMeanwhile() {
        var one = gateway("one");
        var heard = new CopyOnWriteArrayList<ViewEvent>();
        var watch = one.tracks().watch(Optional.empty(), heard::add);
        var first = upload("first");
        await().atMost(PATIENCE).until(() -> heard.size() == 1);
        watch.close();
        String last = heard.get(0).id();

        upload("second");
        done(first);
        awaitPhase(one, "first", TrackPhase.DONE);
        pipeline.publish(Topic.UPLOADS, "second", (byte[]) null);
        await().atMost(PATIENCE).until(() -> one.tracks().find("second").isEmpty());
        var two = gateway("two");
        var resumed = new CopyOnWriteArrayList<ViewEvent>();
        two.tracks().watch(Optional.of(last), resumed::add);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(resumed)
                .extracting(event -> event.kind() + " " + event.trackId())
                .contains("CHANGED first", "CHANGED second", "DELETED second"));
        int before = resumed.size();
        upload("third");
        await().atMost(PATIENCE).until(() -> resumed.size() > before);

        assertThat(resumed).extracting(ViewEvent::kind).doesNotContain(ViewEvent.Kind.RESET);
        assertThat(resumed.get(resumed.size() - 1).trackId()).isEqualTo("third");
        assertThat(resumed).extracting(ViewEvent::id).doesNotHaveDuplicates().doesNotContain(last);
    }

    @Test
    void idThatMeansNothing_resets() {
        var gateway = gateway("one");
        for (String id : List.of("what", "1.2.3.4.5", "zzzzzz.zzzzzz")) {
            var heard = new CopyOnWriteArrayList<ViewEvent>();
            gateway.tracks().watch(Optional.of(id), heard::add);
            await().atMost(PATIENCE).until(() -> !heard.isEmpty());
            assertThat(heard.get(0).kind()).isEqualTo(ViewEvent.Kind.RESET);
        }
    }

    @Test
    void rawFiles_areReadWithoutTheirBytes() {
        var gateway = gateway("one");
        byte[] file = new byte[20 << 20];
        pipeline.publish(Topic.UPLOADS, "raw", file, new TextHeader("filename", "raw.wav"));

        awaitPhase(gateway, "raw", TrackPhase.QUEUED);
        var upload = gateway.tracks().find("raw").orElseThrow().getUploads().get(0);
        assertThat(upload.getBytes()).isEqualTo(file.length);
        assertThat(upload.getFileName()).isEqualTo("raw.wav");
        assertThat(pipeline.committed(Topic.TRACKS))
                .allSatisfy(record -> assertThat(record.value()).hasSizeLessThan(1000));
    }

    private GatewayView gateway(String name) {
        var settings = pipeline.settings().toBuilder()
                .temp(folder.resolve(name))
                .instance(name)
                .groupPrefix(pipeline.settings().topicPrefix())
                .build();
        var gateway = new GatewayView(settings, new SimpleMeterRegistry());
        gateways.add(gateway);
        gateway.start();
        await().atMost(PATIENCE).until(gateway::ready);
        return gateway;
    }

    private Said upload(String trackId) {
        var manifest = Said.manifest(trackId + ".mp3");
        var place = pipeline.publish(
                Topic.UPLOADS, trackId, AvroSerde.of(Upload.class).encode(manifest));
        return new Said(trackId, UploadIds.of(place));
    }

    private void done(Said upload) {
        pipeline.publish(
                Topic.PROGRESS,
                upload.trackId(),
                AvroSerde.of(Progress.class).encode(upload.progress("ingest", ProgressState.DONE, 1)));
        pipeline.publish(
                Topic.MIXES, upload.trackId(), AvroSerde.of(Mix.class).encode(upload.mix("ensemble", 1, null)));
    }

    private static List<TrackState> list(GatewayView gateway) {
        return gateway.tracks().list(Query.newest(50)).tracks();
    }

    private static void awaitPhase(GatewayView gateway, String trackId, TrackPhase phase) {
        await().atMost(PATIENCE).until(() -> gateway.tracks()
                .find(trackId)
                .filter(track -> track.getPhase() == phase)
                .isPresent());
    }
}
