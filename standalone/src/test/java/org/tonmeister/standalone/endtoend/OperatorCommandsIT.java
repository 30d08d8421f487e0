package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** What an operator sees and does of a file that cannot be mixed. */
class OperatorCommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void deadLetter_isListed_shown_andSentBackOnce() throws Exception {
        // Given
        var data = new DataFolder(folder.resolve("data"));
        var wanted = new AllInOneSettings(data, 0, OptionalInt.empty(), "serve");
        try (var tonmeister = AllInOne.start(wanted, Map.of("TONMEISTER_MODELS", "analyser"))) {
            var settings = tonmeister.settings();
            var reader = new TopicReader(settings);
            publish(settings, "notes", "no music");
            await().atMost(PATIENCE).until(() -> reader.all(Topic.DEAD_LETTERS).size() == 1);
            var letter = reader.all(Topic.DEAD_LETTERS).get(0);
            String id = letter.partition() + "-" + letter.offset();

            // When
            var list = run(settings, "dead-letters", "list");
            var show = run(settings, "dead-letters", "show", id);
            var redrive = run(settings, "dead-letters", "redrive", id);
            await().atMost(PATIENCE).until(() -> reader.all(Topic.UPLOADS).size() == 2);
            var again = run(settings, "dead-letters", "redrive", id);
            // The letter, the note that it was sent back, and the letter that it became again.
            await().atMost(PATIENCE).until(() -> reader.all(Topic.DEAD_LETTERS).size() == 3);

            // Then
            assertThat(list.out()).contains(id, "notes", "not an audio file");
            assertThat(show.out()).contains("tonmeister.uploads, partition " + header(letter, "partition"));
            assertThat(redrive.exitCode()).as(redrive.err()).isZero();
            assertThat(reader.all(Topic.UPLOADS).get(1).value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("no music");
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.err()).contains("was redriven at");
            assertThat(run(settings, "dead-letters", "list").out()).doesNotContain(id + " ");

            var topics = run(settings, "topics");
            assertThat(topics.exitCode()).as(topics.err()).isZero();
            assertThat(topics.out()).contains("tonmeister.uploads", "compacted");
            var track = run(settings, "status", "--track", "notes");
            assertThat(track.out()).contains("ingest", "rejected", "not an audio file");
            await().atMost(PATIENCE).until(tonmeister::ready);
            var status = new ObjectMapper()
                    .readTree(run(settings, "status", "--json").out());
            assertThat(status.get("deadLetters").asInt()).isEqualTo(1);
            assertThat(status.at("/services/0/service").asText()).isEqualTo("ingest");
            assertThat(status.at("/services/0/members").asInt()).isPositive();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader("dead-letter-" + name).value(), StandardCharsets.UTF_8);
    }

    private static void publish(PipelineSettings settings, String key, String value) throws Exception {
        try (var producer = new KafkaProducer<byte[], byte[]>(settings.producer())) {
            producer.send(new ProducerRecord<>(
                            settings.catalogue().name(Topic.UPLOADS),
                            key.getBytes(StandardCharsets.UTF_8),
                            value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static CommandLineRun run(PipelineSettings settings, String... words) {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--bootstrap";
        all[words.length + 1] = settings.bootstrapServers();
        return CommandLineRun.of(all);
    }
}
