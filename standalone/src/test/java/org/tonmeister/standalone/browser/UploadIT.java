package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** From a file to a mix, or to a reason why not. */
@NeedsChromium
class UploadIT {
    /** Keeps what every progress bar of the list says. */
    private static final String WATCH_PROGRESS = """
            window.seen = [];
            new MutationObserver(() => document.querySelectorAll('.track .stages').forEach(bar =>
                window.seen.push(bar.getAttribute('aria-label') + ': ' + bar.getAttribute('aria-valuetext'))))
              .observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuetext']});
            """;

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("unchecked")
    void twoFilesAtOnce_areMixed_andTheirProgressIsShown(ConsoleTab tab) throws Exception {
        // Given
        Path mp3 = TestMusic.mp3(folder.resolve("two at once.mp3"));
        Path wav = TestMusic.wav(folder.resolve("two at once.wav"));
        var page = new TracksPage(tab).open();
        tab.run(WATCH_PROGRESS);

        // When
        page.upload(mp3, wav);

        // Then
        page.untilIs("two at once.mp3", "Done").untilIs("two at once.wav", "Done");
        var seen = (List<String>) tab.run("return [...new Set(window.seen)]");
        assertThat(seen)
                .anyMatch(text -> text.matches("Progress of two at once.mp3: [1-9]\\d? %, .*"))
                .anyMatch(text -> text.matches("Progress of two at once.wav: [1-9]\\d? %, .*"))
                .contains("Progress of two at once.mp3: 100 %, Done", "Progress of two at once.wav: 100 %, Done");
    }

    @Test
    void aTextFile_isRejectedWithItsReason(ConsoleTab tab) throws Exception {
        Path text = Files.writeString(folder.resolve("shopping list.txt"), "Buy milk.\n".repeat(200));

        var page = new TracksPage(tab).open().upload(text);

        page.untilIs("shopping list.txt", "Rejected");
        String row = page.row("shopping list.txt").getText();
        assertThat(row).doesNotContain("Exception").doesNotContain("{");
        assertThat(page.row("shopping list.txt")
                        .findElement(By.className("reason"))
                        .getText())
                .hasSizeGreaterThan(20);
    }

    @Test
    void options_areThoseOfTheMix(ConsoleTab tab) throws Exception {
        Path wav = TestMusic.wav(folder.resolve("with options.wav"));
        var page = new TracksPage(tab).open();
        tab.find(".options summary").click();
        choose(tab, "Format", "mp3");
        choose(tab, "Loudness", "broadcast");
        choose(tab, "Made by", "analyser");

        page.upload(wav);

        var mix = page.track("with options.wav").track().get("mixes").get(0);
        assertThat(mix.get("format").asText()).isEqualTo("mp3");
        assertThat(mix.get("variant").asText()).isEqualTo("analyser");
        assertThat(mix.get("report").get("after").get("lufs").asDouble()).isBetween(-23.3, -22.7);
    }

    @Test
    void aDeletedTrack_isGone_onceTheUserIsSure(ConsoleTab tab) throws Exception {
        Path wav = TestMusic.wav(folder.resolve("to be deleted.wav"));
        var page = new TracksPage(tab).open().upload(wav).untilIs("to be deleted.wav", "Done");

        tab.button("Delete to be deleted.wav").click();
        tab.button("Cancel").click();
        assertThat(page.row("to be deleted.wav").isDisplayed()).isTrue();
        tab.button("Delete to be deleted.wav").click();
        tab.button("Delete").click();

        tab.until("it is gone", () -> tab.all(".track .name").stream()
                .noneMatch(name -> name.getText().equals("to be deleted.wav")));
        tab.go("/pipeline");
        page.open();
        tab.until(
                "the list is there", () -> "false".equals(tab.find("ul.tracks").getDomAttribute("aria-busy")));
        assertThat(tab.all(".track .name")).noneMatch(name -> name.getText().equals("to be deleted.wav"));
    }

    @Test
    void search_showsWhatMatches(ConsoleTab tab) throws Exception {
        Path text = Files.writeString(folder.resolve("needle.txt"), "Not music.");
        Path other = Files.writeString(folder.resolve("haystack.txt"), "Not music either.");
        var page = new TracksPage(tab).open().upload(text, other);
        page.untilIs("needle.txt", "Rejected").untilIs("haystack.txt", "Rejected");

        tab.find("input[type=search]").sendKeys("NEEDLE");

        tab.until("only the needle", () -> tab.all(".track .name").stream()
                .map(WebElement::getText)
                .toList()
                .equals(List.of("needle.txt")));
    }

    private static void choose(ConsoleTab tab, String label, String value) {
        tab.run("""
                const field = [...document.querySelectorAll('.options .field')].find(one => one.querySelector('label')?.textContent === arguments[0]);
                const select = field.querySelector('select');
                select.value = arguments[1];
                select.dispatchEvent(new Event('change', {bubbles: true}));
                """, label, value);
    }
}
