package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What could not be worked on, and what goes on behind the tracks. */
@NeedsChromium
class PipelinePageIT {
    @TempDir
    private Path folder;

    @Test
    void aRejectedUpload_isADeadLetter_thatCanBePutBack(ConsoleTab tab) throws Exception {
        // Given
        Path text = Files.writeString(folder.resolve("dead letter.txt"), "This is no music.\n".repeat(99));
        var tracks = new TracksPage(tab).open().upload(text).untilIs("dead letter.txt", "Rejected");
        String reason = tracks.row("dead letter.txt")
                .findElement(By.className("reason"))
                .getText();
        String track = tracks.row("dead letter.txt").getDomAttribute("data-track");
        tab.go("/pipeline");
        tab.until("its dead letter is there", () -> !letters(tab, track).isEmpty());
        assertThat(letters(tab, track))
                .singleElement()
                .extracting(WebElement::getText)
                .asString()
                .contains(reason)
                .contains("stage ingest");

        // When
        letters(tab, track).get(0).findElement(By.tagName("button")).click();

        // Then
        tab.until("it is marked", () -> letters(tab, track).stream()
                .anyMatch(letter -> letter.getText().contains("Redriven")));
        tab.until("it is rejected again", () -> letters(tab, track).size() == 2);
    }

    @Test
    void thePipeline_showsTopicsAndServices(ConsoleTab tab) {
        tab.go("/pipeline");

        tab.until("all is measured", () -> tab.shows("tonmeister.uploads") && tab.shows("tonmeister-ingest"));
        assertThat(tab.find("[aria-label=Topics]").getText()).contains("tonmeister.mixes", "tonmeister.dead-letters");
        assertThat(tab.find("[aria-label=Services]").getText()).contains("tonmeister-mix", "Stable");
    }

    @Test
    void aTransactionThatNobodyEnds_isToldOf_untilItIsEnded(ConsoleTab tab) {
        // Given: the embedded broker ends every one at once, so the answer is told of one here.
        tab.go("/pipeline");
        tab.until("all is measured", () -> tab.shows("tonmeister.uploads"));
        tab.run("""
                const real = window.fetch;
                window.fetch = async (address, ...rest) => {
                  const answer = await real(address, ...rest);
                  if (window.ended || !String(address?.url ?? address).endsWith('/v1/pipeline')) return answer;
                  const status = await answer.json();
                  status.hangingTransactions.push({ topic: 'tonmeister.audio', partition: 1, firstOffset: 7,
                    since: '2026-11-23T08:00:00Z', producerId: 5 });
                  return new Response(JSON.stringify(status), answer);
                };
                """);

        // Then
        tab.until("it is told of", () -> tab.shows("Readers of tonmeister.audio, partition 1, wait at offset 7"));
        assertThat(tab.find("[role=alert]:not([hidden])").getText()).contains("tonmeister topics --abort-hanging");
        tab.screenshot("hanging-transaction");
        tab.run("window.ended = true;");
        tab.until("it is gone", () -> !tab.shows("wait at offset 7"));
    }

    private static List<WebElement> letters(ConsoleTab tab, String track) {
        return tab.all(".letter:has(a[href='#/tracks/" + track + "'])");
    }
}
