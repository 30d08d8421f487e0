package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page, light and dark, wide and narrow: no fault of accessibility, nothing sticks out, nothing jumps. */
@NeedsChromium
class LooksIT {
    private static final List<String> THEMES = List.of("light", "dark");
    private static final Map<Integer, Integer> SCREENS = Map.of(1280, 900, 390, 844);

    /** Longer than any line. */
    private static final String NOT_MUSIC =
            "Not music but " + "a very very long name ".repeat(5) + "x".repeat(80) + ".txt";

    /** The width of a page of 1280 at a zoom of 400 % (WCAG 2.2, 1.4.10). */
    private static final int NARROWEST = 320;

    /** Google's threshold for a page that does not jump is 0.1. */
    private static final double MOST_SHIFT = 0.02;

    @TempDir
    private Path folder;

    @Test
    void pages_areAccessible_inBothThemesAndWidths(ConsoleTab tab) throws Exception {
        // Given
        var tracks = new TracksPage(tab)
                .open()
                .upload(
                        TestMusic.mp3(folder.resolve("Looks.mp3")),
                        Files.writeString(folder.resolve(NOT_MUSIC), "Buy milk.\n".repeat(50)));
        tracks.untilIs("Looks.mp3", "Done").untilIs(NOT_MUSIC, "Rejected");
        String track = "/tracks/" + tracks.row("Looks.mp3").getDomAttribute("data-track");
        var page = tracks.track("Looks.mp3");
        tab.button("Compare all models").click();
        tab.until("all models have mixes", () -> tab.all(".models td button").size() > 2 && !tab.shows("no mix yet"));

        for (String theme : THEMES) {
            for (var screen : SCREENS.entrySet()) {
                tab.look(screen.getKey(), screen.getValue(), theme);
                String name = "-" + theme + "-" + screen.getKey();

                tracks.open();
                tracks.row("Looks.mp3");
                tab.find(".options summary").click();
                check(tab, "tracks" + name);

                tab.go(track);
                page.untilLoaded();
                check(tab, "track" + name);

                tab.go("/pipeline");
                tab.find(".letter");
                tab.until("all is measured", () -> tab.shows("tonmeister.uploads"));
                check(tab, "pipeline" + name);
            }
        }

        tab.look(NARROWEST, 640, "light");
        Map.of("/tracks", ".track", track, ".player", "/pipeline", "table").forEach((address, part) -> {
            tab.go(address);
            tab.find(part);
            fits(tab, address);
        });
    }

    @Test
    void pages_doNotJumpWhileTheyLoad(ConsoleTab tab) throws Exception {
        var tracks = new TracksPage(tab)
                .open()
                .upload(TestMusic.mp3(folder.resolve("Still.mp3")))
                .untilIs("Still.mp3", "Done");
        String track = "/tracks/" + tracks.row("Still.mp3").getDomAttribute("data-track");

        for (String address : List.of("/tracks", track, "/pipeline")) {
            tab.go(address);
            tab.run("location.reload()");
            tab.until(
                    "the page is there",
                    () -> !tab.all("h2").isEmpty()
                            && tab.all("[aria-busy=true]").isEmpty());
            if (address.equals(track)) {
                new TrackPage(tab).untilLoaded();
            }
            // A second look after the first events and measurements have come in.
            tab.until("all is measured", () -> !tab.shows("Measuring") && !tab.shows("Loading"));
            double shift = ((Number) tab.runAsync("""
                    const done = arguments[0];
                    let sum = 0;
                    new PerformanceObserver(list => list.getEntries().forEach(entry => { if (!entry.hadRecentInput) sum += entry.value; }))
                      .observe({type: 'layout-shift', buffered: true});
                    requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
                    """)).doubleValue();
            assertThat(shift).as("layout shift of " + address).isLessThan(MOST_SHIFT);
        }
    }

    private static void check(ConsoleTab tab, String name) throws IOException {
        tab.screenshot(name);
        fits(tab, name);
        assertThat(faults(tab)).as("faults of accessibility on " + name).isEmpty();
    }

    private static void fits(ConsoleTab tab, String name) {
        assertThat((Boolean) tab.run("return document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " is not wider than the screen")
                .isTrue();
    }

    /** What axe finds, however slight. */
    @SuppressWarnings("unchecked")
    private static List<String> faults(ConsoleTab tab) throws IOException {
        try (InputStream axe = LooksIT.class.getResourceAsStream("/axe.min.js")) {
            tab.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) tab.runAsync("""
                const done = arguments[0];
                axe.run(document).then(
                  result => done(result.violations.map(fault => fault.impact + ': ' + fault.id + ': ' + fault.help + ': ' + fault.nodes.map(node => node.target.join(' ')).join(', '))),
                  failure => done(['axe failed: ' + failure]));
                """);
    }
}
