package org.tonmeister.operations.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.operations.letters.RedriveRefusedException.Why;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class DeadLetterBoxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestPipeline pipeline;
    private DeadLetterBox box;

    @BeforeEach
    void start(TestBroker broker) {
        pipeline = new TestPipeline(broker);
        box = new DeadLetterBox(pipeline.settings());
    }

    @AfterEach
    void stop() {
        box.close();
        pipeline.close();
    }

    @Test
    void listsLettersNewestFirst_byPages_withWhatTheirHeadersSay() {
        for (int i = 0; i < 5; i++) {
            letter("track-" + i, new byte[1000 + i], Topic.UPLOADS);
            awaitTheNextMillisecond();
        }
        box.start();
        await().atMost(PATIENCE).until(() -> box.page(Optional.empty(), 10).complete());

        var first = box.page(Optional.empty(), 3);
        letter("later", new byte[1], Topic.UPLOADS);
        await().atMost(PATIENCE).until(() -> box.open() == 6);
        var rest = box.page(first.next(), 3);

        assertThat(first.letters())
                .extracting(letter -> letter.key().orElseThrow())
                .containsExactly("track-4", "track-3", "track-2");
        assertThat(rest.letters())
                .extracting(letter -> letter.key().orElseThrow())
                .containsExactly("track-1", "track-0");
        assertThat(rest.next()).isEmpty();
        assertThat(first.letters().get(0)).satisfies(letter -> {
            assertThat(letter.bytes()).isEqualTo(1004);
            assertThat(letter.reason()).isEqualTo("is no audio");
            assertThat(letter.cause()).contains("java.io.IOException");
            assertThat(letter.stage()).isEqualTo("ingest");
            assertThat(letter.topic()).isEqualTo(pipeline.name(Topic.UPLOADS));
            assertThat(letter.partition()).isZero();
            assertThat(letter.offset()).isEqualTo(12);
            assertThat(letter.redrivenAt()).isEmpty();
        });
    }

    @Test
    void redrive_sendsKeyValueAndHeadersBack_once_andTheListRemembers() throws Exception {
        byte[] value = new byte[5 << 20];
        value[7] = 1;
        String id = letter("song", value, Topic.UPLOADS, new TextHeader("filename", "song.mp3"));
        box.start();
        await().atMost(PATIENCE).until(() -> box.find(id).isPresent());

        var redriven = box.redrive(id);

        assertThat(redriven.redrivenAt()).isPresent();
        // A commit returns a little before readers see what was committed.
        await().atMost(PATIENCE).until(() -> !pipeline.committed(Topic.UPLOADS).isEmpty());
        assertThat(pipeline.committed(Topic.UPLOADS)).singleElement().satisfies(record -> {
            assertThat(record.key()).asString().isEqualTo("song");
            assertThat(record.value()).isEqualTo(value);
            assertThat(record.partition()).isZero();
            assertThat(record.headers()).extracting(Header::key).containsExactly("filename");
        });
        assertThatThrownBy(() -> box.redrive(id))
                .isInstanceOfSatisfying(
                        RedriveRefusedException.class, e -> assertThat(e.why()).isEqualTo(Why.ALREADY_REDRIVEN));
        try (var another = new DeadLetterBox(pipeline.settings())) {
            another.start();
            await().atMost(PATIENCE)
                    .until(() ->
                            another.find(id).flatMap(DeadLetter::redrivenAt).isPresent());
            assertThat(another.open()).isZero();
            assertThat(another.page(Optional.empty(), 10).letters()).hasSize(1);
        }
    }

    @Test
    void refuses_whatCannotBeSentBack() {
        String withoutValue = letter("song", null, Topic.UPLOADS);
        String foreign = place(pipeline.publish(
                Topic.DEAD_LETTERS,
                "song",
                new byte[3],
                new TextHeader("dead-letter-topic", "somebody-elses"),
                new TextHeader("dead-letter-partition", "0")));
        box.start();
        await().atMost(PATIENCE)
                .until(() ->
                        box.find(foreign).isPresent() && box.find(withoutValue).isPresent());

        for (String id : new String[] {withoutValue, foreign}) {
            assertThatThrownBy(() -> box.redrive(id))
                    .isInstanceOfSatisfying(RedriveRefusedException.class, e -> assertThat(e.why())
                            .isEqualTo(Why.IMPOSSIBLE));
        }
        assertThatThrownBy(() -> box.redrive("0-99999"))
                .isInstanceOfSatisfying(
                        RedriveRefusedException.class, e -> assertThat(e.why()).isEqualTo(Why.UNKNOWN));
        assertThat(pipeline.committed(Topic.UPLOADS)).isEmpty();
    }

    private String letter(String key, byte[] value, Topic origin, Header... more) {
        var headers = new java.util.ArrayList<Header>(java.util.List.of(more));
        headers.add(new TextHeader("dead-letter-reason", "is no audio"));
        headers.add(new TextHeader("dead-letter-cause", "java.io.IOException"));
        headers.add(new TextHeader("dead-letter-stage", "ingest"));
        headers.add(new TextHeader("dead-letter-topic", pipeline.name(origin)));
        headers.add(new TextHeader("dead-letter-partition", "0"));
        headers.add(new TextHeader("dead-letter-offset", "12"));
        return place(pipeline.publish(Topic.DEAD_LETTERS, key, value, headers.toArray(new Header[0])));
    }

    /** Of one millisecond's letters none is newer. */
    private static void awaitTheNextMillisecond() {
        long now = System.currentTimeMillis();
        await().pollInterval(Duration.ofMillis(1)).until(() -> System.currentTimeMillis() > now);
    }

    private static String place(RecordMetadata published) {
        return published.partition() + "-" + published.offset();
    }
}
