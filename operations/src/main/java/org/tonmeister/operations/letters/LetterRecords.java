package org.tonmeister.operations.letters;

import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_CAUSE;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_OFFSET;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_PARTITION;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_REASON;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_REDRIVEN;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_STAGE;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_TOPIC;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.schemas.TextHeader;

/** Between records of {@code dead-letters} and what is said of them. */
final class LetterRecords {
    private static final Set<String> OURS = Set.of(
            DEAD_LETTER_REASON,
            DEAD_LETTER_CAUSE,
            DEAD_LETTER_STAGE,
            DEAD_LETTER_TOPIC,
            DEAD_LETTER_PARTITION,
            DEAD_LETTER_OFFSET,
            DEAD_LETTER_REDRIVEN);

    private static final int MAX_KEY = 200;
    private static final int MAX_TEXT = 1000;

    private LetterRecords() {}

    /** The letter's id, if the record is the note that one was redriven. */
    static Optional<String> redriven(Headers headers) {
        return TextHeader.read(headers, DEAD_LETTER_REDRIVEN);
    }

    static DeadLetter letter(ConsumerRecord<byte[], Integer> record) {
        var headers = record.headers();
        return new DeadLetter(
                new LetterPlace(record.partition(), record.offset()).toString(),
                Instant.ofEpochMilli(record.timestamp()),
                Optional.ofNullable(record.key()).map(key -> cut(new String(key, StandardCharsets.UTF_8), MAX_KEY)),
                record.value() == null ? -1 : record.value(),
                text(headers, DEAD_LETTER_REASON).orElse(""),
                text(headers, DEAD_LETTER_CAUSE),
                text(headers, DEAD_LETTER_STAGE).orElse(""),
                text(headers, DEAD_LETTER_TOPIC).orElse(""),
                (int) number(headers, DEAD_LETTER_PARTITION),
                number(headers, DEAD_LETTER_OFFSET),
                Optional.empty());
    }

    /** The headers that the record had before it died. */
    static List<Header> original(Headers headers) {
        var original = new ArrayList<Header>();
        for (Header header : headers) {
            if (!OURS.contains(header.key())) {
                original.add(header);
            }
        }
        return original;
    }

    private static Optional<String> text(Headers headers, String name) {
        return TextHeader.read(headers, name).map(text -> cut(text, MAX_TEXT));
    }

    private static long number(Headers headers, String name) {
        return text(headers, name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
