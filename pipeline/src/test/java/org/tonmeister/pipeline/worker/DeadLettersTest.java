package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.ProgressState;

class DeadLettersTest {
    private static final byte[] KEY = "track".getBytes(StandardCharsets.UTF_8);
    private static final Failure FAILURE =
            new Failure(ProgressState.REJECTED, "no song", Optional.empty(), Optional.empty());

    private final DeadLetters letters = new DeadLetters(new TopicCatalogue("tm", 1, (short) 1), "ingest");

    @Test
    void keepsKeyValueAndHeaders_andSaysWhereAndWhy() {
        var record = record(new byte[] {1, 2});
        record.headers().add("filename", new byte[] {-1});

        ProducerRecord<byte[], byte[]> letter = letters.of(record, FAILURE).record();

        assertThat(letter.topic()).isEqualTo("tm.dead-letters");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).containsExactly(1, 2);
        assertThat(letter.headers().lastHeader("filename").value()).containsExactly(-1);
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_REASON)).contains("no song");
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_STAGE)).contains("ingest");
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_TOPIC)).contains("tm.uploads");
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_PARTITION)).contains("3");
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_OFFSET)).contains("14");
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_CAUSE)).isEmpty();
    }

    @Test
    void letterThatComesBack_tellsItsNewFateOnly() {
        var record = record(new byte[1]);
        record.headers().add(new TextHeader(RecordHeaders.DEAD_LETTER_REASON, "old"));
        record.headers().add(new TextHeader(RecordHeaders.DEAD_LETTER_CAUSE, "old"));

        ProducerRecord<byte[], byte[]> letter = letters.of(record, FAILURE).record();

        assertThat(letter.headers().headers(RecordHeaders.DEAD_LETTER_REASON)).hasSize(1);
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_REASON)).contains("no song");
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_CAUSE)).isEmpty();
    }

    @Test
    void valueTooLargeForTheTopic_isLeftOut_andTheReasonSaysSo() {
        int size = Topic.DEAD_LETTERS.maxRecordBytes() - 200;

        ProducerRecord<byte[], byte[]> letter =
                letters.of(record(new byte[size]), FAILURE).record();

        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isNull();
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_REASON))
                .contains("no song (too large for a dead letter: the value of " + size + " bytes is left out)");
    }

    @Test
    void largestRawUpload_isKeptWhole() {
        byte[] value = new byte[Topic.Limits.RAW_UPLOAD_BYTES];

        assertThat(letters.of(record(value), FAILURE).record().value()).isSameAs(value);
    }

    @Test
    void headersTooLarge_areLeftOutToo() {
        var record = record(new byte[1]);
        record.headers().add("big", new byte[Topic.DEAD_LETTERS.maxRecordBytes()]);

        ProducerRecord<byte[], byte[]> letter = letters.of(record, FAILURE).record();

        assertThat(letter.headers().lastHeader("big")).isNull();
        assertThat(text(letter, RecordHeaders.DEAD_LETTER_REASON).orElseThrow())
                .startsWith("no song (too large")
                .endsWith("headers are left out)");
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>("tm.uploads", 3, 14, KEY, value);
    }

    private static Optional<String> text(ProducerRecord<byte[], byte[]> letter, String header) {
        return TextHeader.read(letter.headers(), header);
    }
}
