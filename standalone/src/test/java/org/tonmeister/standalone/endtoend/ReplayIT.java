package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.standalone.broker.BrokerLease;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** Every stage's input again from its beginning: one new mix, and the same bytes. Every time on the same data. */
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** From the last stage to the first: a replay writes again into what only earlier stages' replays read. */
    private static final List<String> STAGES = List.of("mix", "ensemble", "predict-analyser", "features", "ingest");

    @TempDir
    private Path folder;

    @Test
    void everyReplay_givesExactlyOneNewMix_ofTheSameBytes() throws Exception {
        // Given
        var data = new DataFolder(folder.resolve("data"));
        Path source = Excerpt.writeAs(OutputFormat.MP3, folder.resolve("song.mp3"));
        assertThat(CommandLineRun.of("mix", source, "--data", data.root(), "--out", folder)
                        .exitCode())
                .isZero();

        for (int replay = 0; replay < STAGES.size(); replay++) {
            String stage = STAGES.get(replay);

            // When
            try (var broker = BrokerLease.acquire(data.broker(), 0, "test")) {
                var groups = new ConsumerGroups(settings(broker.bootstrap()));
                groups.rewind(stage);
                if (stage.equals("ensemble")) {
                    groups.forgetEnsemble(data.broker().resolve("work").resolve("streams"));
                }
            }
            List<Mix> mixes = mixesOnceAllIsDone(data, 2 + replay);

            // Then
            assertThat(mixes).as("mixes after the replay of %s", stage).hasSize(2 + replay);
            ByteBuffer first = mixes.get(0).getContent().getSha256();
            assertThat(mixes).as("bytes after the replay of %s", stage).allSatisfy(mix -> {
                assertThat(mix.getContent().getSha256()).isEqualTo(first);
                assertThat(mix.getUploadId()).isEqualTo(mixes.get(0).getUploadId());
            });
        }
    }

    private static List<Mix> mixesOnceAllIsDone(DataFolder data, int expected) {
        try (var tonmeister = AllInOne.start(new AllInOneSettings(data, 0, OptionalInt.empty(), "serve"), Map.of())) {
            assertThat(tonmeister.isOwner()).isTrue();
            var reader = new TopicReader(tonmeister.settings());
            var groups = new ConsumerGroups(tonmeister.settings());
            await().atMost(PATIENCE).until(() -> reader.mixes().size() >= expected);
            await().atMost(PATIENCE).until(groups::areDone);
            return reader.mixes();
        }
    }

    private static PipelineSettings settings(String bootstrap) {
        return PipelineSettings.builder().bootstrapServers(bootstrap).build();
    }
}
