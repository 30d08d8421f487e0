package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.Topic;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** What becomes of files that cannot be mixed. */
class RejectionIT {
    @TempDir
    private static Path data;

    private static AllInOne tonmeister;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        tonmeister =
                AllInOne.start(new AllInOneSettings(new DataFolder(data), 0, OptionalInt.empty(), "serve"), Map.of());
    }

    @AfterAll
    static void stop() {
        tonmeister.close();
    }

    @Test
    void badFiles_areNamedWithAReason_andTheOthersMixed() throws Exception {
        Path good = Excerpt.writeAs(OutputFormat.WAV16, folder.resolve("good.wav"));
        Path mp3 = Excerpt.writeAs(OutputFormat.MP3, folder.resolve("whole.mp3"));
        Path empty = Files.createFile(folder.resolve("empty.mp3"));
        Path text = Files.writeString(folder.resolve("notes.mp3"), "Buy milk.\n".repeat(200));
        Path truncated = Excerpt.truncate(mp3, folder.resolve("truncated.mp3"));
        Path lying = Excerpt.lyingWav(good, folder.resolve("lying.wav"));
        Path broken = Excerpt.withoutANumber(
                Excerpt.writeAs(OutputFormat.WAV32F, folder.resolve("float.wav")), folder.resolve("broken.wav"));
        Path missing = folder.resolve("missing.mp3");
        var bad = List.of(empty, text, truncated, lying, broken);

        var run = CommandLineRun.of(
                "mix",
                "--data",
                data,
                "--out",
                folder.resolve("out"),
                missing,
                empty,
                text,
                truncated,
                lying,
                broken,
                good);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaintsAbout(missing)).containsExactly(missing + ": no such file");
        assertThat(bad).allSatisfy(file -> assertThat(run.complaintsAbout(file))
                .as(run.err())
                .singleElement()
                .asString()
                .hasSizeGreaterThan(file.toString().length() + 10));
        assertThat(run.complaintsAbout(broken).get(0)).contains("not numbers");
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(folder.resolve("out").resolve("good.mixed.flac")).isNotEmptyFile();
        try (var written = Files.list(folder.resolve("out"))) {
            assertThat(written.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("good.mixed.flac", "good.report.json");
        }

        var letters = new TopicReader(tonmeister.settings()).all(Topic.DEAD_LETTERS);
        assertThat(letters).hasSize(bad.size()).allSatisfy(this::assertIsTheWholeUploadWithAReason);
    }

    private void assertIsTheWholeUploadWithAReason(ConsumerRecord<byte[], byte[]> letter) {
        String place = header(letter, RecordHeaders.DEAD_LETTER_PARTITION) + "-"
                + header(letter, RecordHeaders.DEAD_LETTER_OFFSET);
        var original = new TopicReader(tonmeister.settings())
                .all(Topic.UPLOADS).stream()
                        .filter(upload -> (upload.partition() + "-" + upload.offset()).equals(place))
                        .findFirst()
                        .orElseThrow();
        assertThat(header(letter, RecordHeaders.DEAD_LETTER_TOPIC)).isEqualTo(original.topic());
        assertThat(header(letter, RecordHeaders.DEAD_LETTER_REASON))
                .isNotBlank()
                .doesNotContain("\n");
        assertThat(header(letter, RecordHeaders.DEAD_LETTER_STAGE)).isEqualTo("ingest");
        assertThat(letter.key()).isEqualTo(original.key());
        assertThat(letter.value()).isEqualTo(original.value());
        for (Header header : original.headers()) {
            assertThat(letter.headers().headers(header.key())).contains(header);
        }
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
