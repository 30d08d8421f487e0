package org.tonmeister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts hold together; {@code MetricsIT} holds them against what comes out of services. */
class WatchingFilesTest {
    private static final Path ROOT = Path.of("..");
    private static final int COLUMNS = 24;

    private static JsonNode dashboard;

    @BeforeAll
    static void read() throws Exception {
        dashboard = new ObjectMapper()
                .readTree(ROOT.resolve("deploy/grafana/dashboards/tonmeister.json")
                        .toFile());
    }

    @Test
    void panels_haveIdsOfTheirOwn_aPlaceOfTheirOwn_andQueries() {
        var ids = new TreeSet<Integer>();
        var places = new ArrayList<int[]>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt()))
                    .as(panel.path("title").asText())
                    .isTrue();
            JsonNode place = panel.path("gridPos");
            int[] box = {
                place.path("x").asInt(-1),
                place.path("y").asInt(-1),
                place.path("w").asInt(),
                place.path("h").asInt()
            };
            assertThat(box[0]).isNotNegative();
            assertThat(box[0] + box[2]).isLessThanOrEqualTo(COLUMNS);
            assertThat(places).as(panel.path("title").asText()).noneMatch(other -> overlap(box, other));
            places.add(box);
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> assertThat(
                                target.path("expr").asText())
                        .isNotBlank());
            }
        }
        assertThat(ids).hasSizeGreaterThan(20);
    }

    @Test
    void queries_goToTheDataSourceThatIsProvisioned() throws Exception {
        String provisioned = Files.readString(ROOT.resolve("deploy/grafana/provisioning/datasources/prometheus.yml"));

        var uids = Set.copyOf(dashboard.findValues("datasource").stream()
                .map(source -> source.path("uid").asText())
                .toList());

        assertThat(uids).containsExactly("prometheus");
        assertThat(provisioned).contains("uid: prometheus");
    }

    @Test
    void alerts_areEachTested_andEachDescribed() throws Exception {
        var alerts = names("deploy/prometheus/alerts.yml", "alert: (\\w+)");

        assertThat(alerts).hasSizeGreaterThan(5);
        assertThat(names("deploy/prometheus/alerts_test.yml", "alertname: (\\w+)\\s+exp_alerts"))
                .isEqualTo(alerts);
        assertThat(names("docs/observation.md", "(?m)^\\| `(Tonmeister\\w+)`")).isEqualTo(alerts);
    }

    private static boolean overlap(int[] a, int[] b) {
        return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
    }

    private static Set<String> names(String file, String pattern) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
