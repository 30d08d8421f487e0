package org.tonmeister.standalone.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.standalone.broker.BrokerLease;

/** Every stage's input again from its beginning: one new mix, and the same bytes. Every time on the same data. */
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** From the last stage to the first: a replay writes again into what only earlier stages' replays read. */
    private static final List<String> STAGES = List.of("mix", "ensemble", "predict-analyser", "features", "ingest");

    @TempDir
    private Path folder;

    @Test
    void everyReplay_givesExactlyOneNewMix_ofTheSameBytes() throws Exception {
        try (var broker = BrokerLease.acquire(folder.resolve("broker"), 0, "test")) {
            var settings = settings(broker.bootstrap());
            var reader = new TopicReader(settings);
            var groups = new ConsumerGroups(settings);
            try (var admin = Admin.create(settings.admin())) {
                settings.catalogue().create(admin);
            }
            try (var members = new StageMembers(settings, folder.resolve("work"), "analyser,baseline-cnn")) {
                // Given
                members.startAll();
                publish(settings, Excerpt.writeAs(OutputFormat.MP3, folder.resolve("song.mp3")));
                Mix first = mixesOnceAllIsDone(reader, groups, 1).get(0);

                for (int replay = 0; replay < STAGES.size(); replay++) {
                    String stage = STAGES.get(replay);

                    // When
                    members.close(stage);
                    groups.rewind(stage);
                    if (stage.equals("ensemble")) {
                        groups.forgetEnsemble(folder.resolve("work").resolve(stage));
                    }
                    members.start(stage, stage);
                    List<Mix> mixes = mixesOnceAllIsDone(reader, groups, 2 + replay);

                    // Then
                    assertThat(mixes).as("mixes after the replay of %s", stage).hasSize(2 + replay);
                    assertThat(mixes).as("bytes after the replay of %s", stage).allSatisfy(mix -> {
                        assertThat(mix.getContent().getSha256())
                                .isEqualTo(first.getContent().getSha256());
                        assertThat(mix.getUploadId()).isEqualTo(first.getUploadId());
                        assertThat(mix.getReport().getModels()).hasSize(2);
                    });
                }
            }
        }
    }

    private static List<Mix> mixesOnceAllIsDone(TopicReader reader, ConsumerGroups groups, int expected) {
        await().atMost(PATIENCE).until(() -> reader.mixes().size() >= expected);
        await().atMost(PATIENCE).until(groups::areDone);
        return reader.mixes();
    }

    private static void publish(PipelineSettings settings, Path song) throws Exception {
        try (var producer = new KafkaProducer<byte[], byte[]>(settings.producer())) {
            producer.send(new ProducerRecord<>(
                            settings.catalogue().name(Topic.UPLOADS), "song".getBytes(UTF_8), Files.readAllBytes(song)))
                    .get();
        }
    }

    private static PipelineSettings settings(String bootstrap) {
        return PipelineSettings.builder()
                .bootstrapServers(bootstrap)
                .partitions(4)
                .withoutManagement()
                .build();
    }
}
