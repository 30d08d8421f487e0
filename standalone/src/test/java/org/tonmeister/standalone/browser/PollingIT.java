package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Where the stream of events cannot be had. */
@NeedsChromium
class PollingIT {
    private static final String INTERRUPTED = "Live updates are interrupted";

    @TempDir
    private Path folder;

    @Test
    void pages_askAgain_sayIt_andAreToldAgainLater(ConsoleTab tab) throws Exception {
        // Given
        tab.block("*/events");
        var tracks = new TracksPage(tab).open();
        tab.run("location.reload()");
        tab.until("the list says that it asks", () -> tab.shows(INTERRUPTED));

        // When, Then: the list is up to date without events
        Path wav = TestMusic.wav(folder.resolve("polled.wav"));
        String id = tracks.upload(wav)
                .untilIs("polled.wav", "Done")
                .row("polled.wav")
                .getDomAttribute("data-track");

        // and so is the page of a track
        tracks.track("polled.wav");
        tab.until("the track says that it asks", () -> tab.shows(INTERRUPTED));
        var api = new Api(tab.console());
        api.remix(id);
        tab.until(
                "another's mix is there",
                () -> tab.find(".choose select")
                                .findElements(By.tagName("option"))
                                .size()
                        == 2);
        assertThat(tab.complaints()).allMatch(complaint -> complaint.contains("/events"));

        // When, Then: it hears of events again
        tab.block();
        tab.until("it is told again", () -> !tab.shows(INTERRUPTED));
        tab.complaints();
        api.delete(id);
        tab.until(
                "the list is there",
                () -> tab.shows("All tracks") && tab.find(".notices").getText().contains("was deleted"));
        assertThat(tab.all("[data-track='" + id + "']")).isEmpty();
    }
}
