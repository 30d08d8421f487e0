package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.client.PublishedTrack;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.Topic;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;
import org.tonmeister.standalone.sound.Sounds;

/** Real music through broker, services and command line, judged by FFmpeg. */
class MixIT {
    private static final double CEILING_DBTP = -1.0;
    /** FFmpeg's meter interpolates otherwise than BS.1770's Annex 2, and shows tenths. */
    private static final double METER_TOLERANCE_DB = 0.1;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
    void renderingByTheReport_givesTheSamplesOfTheMix() throws Exception {
        Path source = Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"));
        assertThat(mix(source, "--loudness", "streaming").exitCode()).isZero();

        var run = CommandLineRun.of(
                "render", source, "--from", folder.resolve("song.report.json"), "--out", folder, "--quiet");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Sounds.samples(folder.resolve("song.rendered.flac")))
                .isDeepEqualTo(Sounds.samples(folder.resolve("song.mixed.flac")));
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"WAV16", "MP3", "M4A", "FLAC"})
    void mixes_whateverTheSourceIsEncodedAs(OutputFormat format) throws Exception {
        Path source = Excerpt.writeAs(format, folder.resolve("song." + format.extension()));

        var run = mix(source);

        assertThat(run.exitCode()).as(run.err()).isZero();
        var after = Measured.of(folder.resolve("song.mixed.flac"));
        // Neither an encoder's delay nor its padding; FFmpeg itself keeps the padding of M4A.
        assertThat(after.frames()).isCloseTo(Excerpt.FRAMES, within(1L));
        assertThat(after.sampleRate()).isEqualTo(Excerpt.RATE);
        assertIsAFinishedMix(after);
        assertThat(run.out()).contains("song.mixed.flac").contains("Input gain").contains("True peak");
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void writes_everyFormat(OutputFormat format) throws Exception {
        Path source = Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"));

        var run = mix(source, "--format", format.name().toLowerCase(java.util.Locale.ROOT), "--loudness", "club");

        assertThat(run.exitCode()).as(run.err()).isZero();
        var before = Measured.of(source);
        var after = Measured.of(folder.resolve("song.mixed." + format.extension()));
        // FFmpeg plays the last AAC packet to its end, whatever the file says of the length.
        double frames = format == OutputFormat.M4A ? 1024 : 1.5;
        assertThat(after.seconds()).isCloseTo(before.seconds(), within(frames / after.sampleRate()));
        assertIsAFinishedMix(after);
    }

    @Test
    void report_saysWhatTheMetersSay() throws Exception {
        Path source = Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"));

        var run = mix(source, "--loudness", "-16", "--set", "width=0.75");

        assertThat(run.exitCode()).as(run.err()).isZero();
        var before = Measured.of(source);
        var after = Measured.of(folder.resolve("song.mixed.flac"));
        JsonNode report = json(folder.resolve("song.report.json"));
        for (Parameter parameter : Parameter.values()) {
            assertThat(report.at("/parameters/" + parameter.jsonName()).doubleValue())
                    .as(parameter.jsonName())
                    .isBetween(0.0, 1.0);
            assertThat(report.at("/models/analyser/parameters/" + parameter.jsonName())
                            .isNumber())
                    .isTrue();
        }
        assertThat(report.at("/parameters/width").doubleValue()).isEqualTo(0.75);
        assertThat(report.at("/models/analyser/version").textValue()).isNotBlank();
        assertThat(report.at("/before/lufs").doubleValue()).isCloseTo(before.lufs(), within(0.15));
        assertThat(report.at("/before/truePeakDbtp").doubleValue()).isCloseTo(before.truePeakDbtp(), within(0.2));
        assertThat(report.at("/after/lufs").doubleValue())
                .isCloseTo(after.lufs(), within(0.15))
                .isCloseTo(-16, within(0.3));
        assertThat(report.at("/after/truePeakDbtp").doubleValue()).isCloseTo(after.truePeakDbtp(), within(0.2));
        assertThat(report.at("/after/lra").isNumber()).isTrue();
    }

    @Test
    void theSameFileTwice_givesTheSameBytes() throws Exception {
        Path source = Excerpt.writeAs(OutputFormat.MP3, folder.resolve("song.mp3"));
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        assertThat(CommandLineRun.of("mix", source, "--data", data, "--out", first)
                        .exitCode())
                .isZero();
        assertThat(CommandLineRun.of("mix", source, "--data", data, "--out", second)
                        .exitCode())
                .isZero();

        assertThat(second.resolve("song.mixed.flac")).hasSameBinaryContentAs(first.resolve("song.mixed.flac"));
        assertThat(json(second.resolve("song.report.json")).get("track"))
                .isEqualTo(json(first.resolve("song.report.json")).get("track"));
    }

    @Test
    void aRawRecordOfAnyProducer_isMixedByItsHeaders() throws Exception {
        PipelineSettings settings = tonmeister.settings();
        byte[] song = Files.readAllBytes(Excerpt.writeAs(OutputFormat.MP3, folder.resolve("song.mp3")));
        var upload = new ProducerRecord<>(
                settings.catalogue().name(Topic.UPLOADS), "my-track".getBytes(StandardCharsets.UTF_8), song);
        upload.headers().add(RecordHeaders.FILE_NAME, "My Song.mp3".getBytes(StandardCharsets.UTF_8));
        upload.headers().add("format", "wav16".getBytes(StandardCharsets.UTF_8));
        upload.headers().add("something-else", "of no concern".getBytes(StandardCharsets.UTF_8));

        try (var producer = new KafkaProducer<byte[], byte[]>(settings.producer());
                var client = TonmeisterClient.builder()
                        .bootstrapServers(settings.bootstrapServers())
                        .build()) {
            var published = producer.send(upload).get();
            var track = new PublishedTrack(
                    "my-track", UploadIds.of(published), java.time.Instant.ofEpochMilli(published.timestamp()));
            var mix = client.awaitMix(track, PATIENCE);
            client.save(mix, folder.resolve(mix.getFileName()));
            assertThat(mix.getFileName()).isEqualTo("My Song.mixed.wav");
        }

        assertIsAFinishedMix(Measured.of(folder.resolve("My Song.mixed.wav")));
    }

    @Test
    void severalAtOnce_eachGetTheirMix() throws Exception {
        Path mp3 = Excerpt.writeAs(OutputFormat.MP3, folder.resolve("song.mp3"));
        Path wav = Excerpt.writeAs(OutputFormat.WAV16, folder.resolve("song.wav"));
        Path other = Excerpt.writeAs(OutputFormat.OPUS, folder.resolve("other.opus"));

        var run = mix(mp3, wav, other);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("song.mp3.mixed.flac")).exists();
        assertThat(folder.resolve("song.wav.mixed.flac")).exists();
        assertThat(folder.resolve("other.mixed.flac")).exists();
        assertThat(json(folder.resolve("song.wav.report.json"))
                        .at("/source/codec")
                        .textValue())
                .startsWith("pcm");
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void allVariants_giveOneMixEach() throws Exception {
        Path source = Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"));

        var run = mix(source, "--variant", "all");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(json(folder.resolve("song.report.json")).get("variant").textValue())
                .isEqualTo("ensemble");
        assertThat(json(folder.resolve("song.analyser.report.json"))
                        .get("variant")
                        .textValue())
                .isEqualTo("analyser");
        assertThat(folder.resolve("song.analyser.mixed.flac")).exists();
    }

    private CommandLineRun mix(Object... arguments) {
        Object[] whole = Arrays.copyOf(arguments, arguments.length + 5);
        Object[] rest = {"mix", "--data", data, "--out", folder};
        System.arraycopy(rest, 0, whole, 0, 5);
        System.arraycopy(arguments, 0, whole, 5, arguments.length);
        return CommandLineRun.of(whole);
    }

    private static void assertIsAFinishedMix(Measured mix) {
        assertThat(mix.truePeakDbtp()).isLessThanOrEqualTo(CEILING_DBTP + METER_TOLERANCE_DB);
        assertThat(mix.samplePeakDbfs()).as("not clipped").isLessThan(0);
        assertThat(mix.lufs()).as("not silent").isGreaterThan(-30);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
