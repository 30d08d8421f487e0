package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A track of more than a quarter of an hour, which is played without being decoded first. */
@NeedsChromium
class LongTrackIT {
    private static final double LATE = 15 * 60;

    @TempDir
    private Path folder;

    @Test
    void bothSides_play_atTheSamePlace(ConsoleTab tab, TokenGateway gateway) throws Exception {
        // Given
        Path file = TestMusic.longFlac(folder.resolve("long.flac"));
        var tracks = new TracksPage(tab).open().upload(file).untilIs("long.flac", "Done");
        String address = "/tracks/" + tracks.row("long.flac").getDomAttribute("data-track");
        tab.go(address);
        var page = new TrackPage(tab);
        tab.until("the length is known", () -> tab.shows("0:00 / 16:00"));

        // When, Then
        playsOnBothSides(tab, page);
        assertThat(tab.find(".player").getText()).contains("longer than 15 minutes");
        assertThat(tab.shows("There is no spectrum")).isTrue();

        // A media element cannot send a token.
        tab.visit(gateway.address());
        tab.enterToken(TokenGateway.READER);
        tab.go(address);
        tab.until("the length is known", () -> tab.shows("0:00 / 16:00"));
        playsOnBothSides(tab, page);
        assertThat(tab.complaints()).allMatch(complaint -> complaint.contains("401"));
    }

    private static void playsOnBothSides(ConsoleTab tab, TrackPage page) {
        tab.button("Play").click();
        tab.until("the mix plays", () -> page.position() > 0.5);
        page.seek(LATE);
        tab.until("it plays from there", () -> page.position() > LATE + 0.5);
        double before = page.position();
        page.side("a").click();
        assertThat(page.position()).isBetween(before - 0.2, before + 5);
        tab.until("the original plays on", () -> page.position() > before + 0.5);
        tab.button("Pause").click();
        double stopped = page.position();
        page.side("b").click();
        assertThat(page.position()).isBetween(stopped - 0.4, stopped + 0.4);
    }
}
