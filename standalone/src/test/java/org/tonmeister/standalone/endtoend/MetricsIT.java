package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.schemas.Topic;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** What comes out at /metrics is what docs/observation.md lists, and all that the alerts and the dashboard ask for. */
class MetricsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path ROOT = Path.of("..");
    /** In the text format, a family begins with its type. */
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (tonmeister_\\S+) \\w+$");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{.*})? \\S+$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(tonmeister_[a-z_]+)` \\|");
    private static final Pattern KAFKAS_ROW = Pattern.compile("(?m)^\\| `(kafka_[a-z_]+)` \\|");
    private static final Pattern NAME = Pattern.compile("\\b(?:tonmeister|jvm|process|system|kafka)_[a-z_]+");

    @TempDir
    private static Path data;

    private static AllInOne tonmeister;
    private static String scraped;

    @BeforeAll
    static void workAndScrape(@TempDir Path folder) throws Exception {
        tonmeister = AllInOne.start(
                new AllInOneSettings(new DataFolder(data), 0, OptionalInt.of(0), OptionalInt.of(0), "serve"), Map.of());
        await().atMost(PATIENCE).until(tonmeister::ready);
        put("good", Files.readAllBytes(Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"))));
        put("bad", "Buy milk.\n".repeat(200).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var topics = new TopicReader(tonmeister.settings());
        await().atMost(PATIENCE)
                .until(() -> topics.all(Topic.MIXES).size() == 1
                        && topics.all(Topic.DEAD_LETTERS).size() == 1);
        // Pauses of the collector are there when there was one; a large heap may have had none yet.
        System.gc();
        // The lag is looked at every ten seconds, the pipeline every two.
        await().atMost(PATIENCE).until(() -> {
            scraped = scrape();
            return scraped.contains("tonmeister_track_end_to_end_seconds_count{")
                    && scraped.contains("tonmeister_group_lag_records{")
                    && scraped.contains("jvm_gc_pause_seconds_sum{")
                    && scraped.contains("tonmeister_consumer_lag_records{");
        });
    }

    @AfterAll
    static void stop() {
        tonmeister.close();
    }

    @Test
    void names_areThoseOfTheDocuments() throws Exception {
        var families = matches(FAMILY, scraped);
        // Micrometer gives the largest of the last minutes beside each histogram.
        families.removeIf(name -> name.endsWith("_max") && families.contains(name.substring(0, name.length() - 4)));

        assertThat(families).isEqualTo(matches(ROW, Files.readString(ROOT.resolve("docs/observation.md"))));
    }

    @Test
    void kafkasOwnNames_thatTheDocumentsSpeakOf_comeOut() throws Exception {
        var told = matches(KAFKAS_ROW, Files.readString(ROOT.resolve("docs/observation.md")));

        assertThat(told).hasSize(3);
        assertThat(matches(SAMPLE, scraped)).containsAll(told);
    }

    @Test
    void alertsAndDashboard_askOnlyForWhatThereIs() throws Exception {
        Set<String> samples = matches(SAMPLE, scraped);

        for (String expression : expressions()) {
            assertThat(samples).as(expression).containsAll(names(expression));
        }
        assertThat(expressions()).hasSizeGreaterThan(30);
    }

    @Test
    void figures_tellWhatWasDone() {
        assertThat(scraped)
                .contains("tonmeister_records_in_total{service=\"tonmeister\",stage=\"ingest\"} 2.0")
                .contains("tonmeister_records_in_total{service=\"tonmeister\",stage=\"mix\"} 1.0")
                .contains("tonmeister_records_rejected_total{reason=\"unreadable_audio\",service=\"tonmeister\","
                        + "stage=\"ingest\"} 1.0")
                .contains("tonmeister_track_end_to_end_seconds_count{service=\"tonmeister\"} 1")
                .contains("tonmeister_http_requests_seconds_count{method=\"PUT\",route=\"/v1/tracks/{trackId}\","
                        + "service=\"tonmeister\",status=\"202\"} 2");
        for (String stage : List.of("ingest", "features", "mix")) {
            assertThat(sample("tonmeister_audio_seconds_total{service=\"tonmeister\",stage=\"" + stage + "\"} "))
                    .as(stage)
                    .isEqualTo(13.0);
        }
    }

    private static double sample(String beginning) {
        return scraped.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(beginning.length())))
                .sum();
    }

    /** Of the alerts, as they stand in their lines, and of the dashboard. */
    private static List<String> expressions() throws Exception {
        var all = new java.util.ArrayList<String>();
        all.add(Files.readString(ROOT.resolve("deploy/prometheus/alerts.yml")));
        JsonNode dashboard = new ObjectMapper()
                .readTree(ROOT.resolve("deploy/grafana/dashboards/tonmeister.json")
                        .toFile());
        dashboard.findValuesAsText("expr").forEach(all::add);
        return all;
    }

    private static Set<String> names(String expression) {
        return matches(NAME, expression);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(result.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void put(String track, byte[] body) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + tonmeister.httpPort().orElseThrow() + "/v1/tracks/" + track);
        var request = HttpRequest.newBuilder(uri)
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
    }

    private static String scrape() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + tonmeister.managementPort().orElseThrow() + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
