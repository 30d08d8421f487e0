package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.testing.LostTransaction;
import org.tonmeister.schemas.Topic;
import org.tonmeister.standalone.broker.BrokerLease;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** What an operator sees and does of a transaction that nobody ends, and of a file that cannot be mixed. */
class OperatorCommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static CommandLineRun status;
    private static CommandLineRun topics;
    private static CommandLineRun abort;
    private static AllInOne tonmeister;
    private static PipelineSettings settings;
    private static TopicReader reader;

    /** What is published at first lies behind two lost transactions; a hand ends one, the program must end the other. */
    @BeforeAll
    static void start() throws Exception {
        var data = new DataFolder(folder.resolve("data"));
        try (var broker = BrokerLease.acquire(data.broker(), 0, "test")) {
            settings = PipelineSettings.builder()
                    .bootstrapServers(broker.bootstrap())
                    .build();
            try (var admin = Admin.create(settings.admin())) {
                settings.catalogue().create(admin);
            }
            var uploads = new TopicPartition(settings.catalogue().name(Topic.UPLOADS), 0);
            lose(uploads);
            status = run("status", "--json");
            topics = run("topics");
            abort = run("topics", "--abort-hanging");
            lose(uploads);
            publish("notes", "no music");
        }
        tonmeister = AllInOne.start(
                new AllInOneSettings(data, 0, OptionalInt.empty(), "serve"), Map.of("TONMEISTER_MODELS", "analyser"));
        settings = tonmeister.settings();
        reader = new TopicReader(settings);
        await().atMost(PATIENCE).until(() -> reader.all(Topic.DEAD_LETTERS).size() == 1);
    }

    @AfterAll
    static void stop() {
        tonmeister.close();
    }

    @Test
    void hangingTransaction_isToldOf_andEnded() throws Exception {
        String complaint = "readers of tonmeister.uploads-0 wait at offset 0 for a transaction that nobody ends";
        var seen = new ObjectMapper().readTree(status.out()).get("hangingTransactions");
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("topic").asText()).isEqualTo("tonmeister.uploads");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(topics.err()).contains(complaint, "./tonmeister topics --abort-hanging");
        assertThat(topics.exitCode()).isEqualTo(1);
        assertThat(abort.out()).contains("ended: " + complaint, "./tonmeister replay --from uploads --track ID");
        assertThat(abort.exitCode()).as(abort.err()).isZero();

        // What lay behind both has been worked on.
        assertThat(new String(reader.all(Topic.DEAD_LETTERS).get(0).key(), StandardCharsets.UTF_8))
                .isEqualTo("notes");
        assertThat(run("topics", "--abort-hanging").out()).contains("No transaction hangs.");
        assertThat(new ObjectMapper().readTree(run("status", "--json").out()).get("hangingTransactions"))
                .isEmpty();
    }

    @Test
    void deadLetter_isListed_shown_andSentBackOnce() throws Exception {
        // Given
        var letter = reader.all(Topic.DEAD_LETTERS).get(0);
        String id = letter.partition() + "-" + letter.offset();

        // When
        var list = run("dead-letters", "list");
        var show = run("dead-letters", "show", id);
        var redrive = run("dead-letters", "redrive", id);
        await().atMost(PATIENCE).until(() -> reader.all(Topic.UPLOADS).size() == 2);
        var again = run("dead-letters", "redrive", id);
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
        assertThat(run("dead-letters", "list").out()).doesNotContain(id + " ");

        var topics = run("topics");
        assertThat(topics.exitCode()).as(topics.err()).isZero();
        assertThat(topics.out()).contains("tonmeister.uploads", "compacted");
        var track = run("status", "--track", "notes");
        assertThat(track.out()).contains("ingest", "rejected", "not an audio file");
        await().atMost(PATIENCE).until(tonmeister::ready);
        var status = new ObjectMapper().readTree(run("status", "--json").out());
        assertThat(status.get("deadLetters").asInt()).isEqualTo(1);
        assertThat(status.at("/services/0/service").asText()).isEqualTo("ingest");
        assertThat(status.at("/services/0/members").asInt()).isPositive();
    }

    private static void lose(TopicPartition partition) throws Exception {
        try (var lost = new LostTransaction(settings.bootstrapServers())) {
            lost.write(partition, "never", "ended");
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader("dead-letter-" + name).value(), StandardCharsets.UTF_8);
    }

    private static void publish(String key, String value) throws Exception {
        try (var producer = new KafkaProducer<byte[], byte[]>(settings.producer())) {
            producer.send(new ProducerRecord<>(
                            settings.catalogue().name(Topic.UPLOADS),
                            0,
                            key.getBytes(StandardCharsets.UTF_8),
                            value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static CommandLineRun run(String... words) {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--bootstrap";
        all[words.length + 1] = settings.bootstrapServers();
        return CommandLineRun.of(all);
    }
}
