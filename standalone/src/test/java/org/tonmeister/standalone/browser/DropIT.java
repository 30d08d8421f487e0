package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Files and folders that are dragged onto the page. */
@NeedsChromium
class DropIT {
    @TempDir
    private Path desktop;

    @Test
    void filesAndTheMusicOfFolders_areUploaded(ConsoleTab tab) throws Exception {
        // Given
        Path wav = TestMusic.wav(desktop.resolve("dropped.wav"));
        Path text = Files.writeString(desktop.resolve("dropped.txt"), "This is no music.");
        Path record = Files.createDirectories(desktop.resolve("A record"));
        Path side = Files.createDirectories(record.resolve("Side B"));
        Path mp3 = TestMusic.mp3(side.resolve("dropped in a folder.mp3"));
        Files.writeString(record.resolve("dropped cover.jpg"), "no picture");
        Files.writeString(record.resolve(".dropped and hidden.mp3"), "no music");
        var page = new TracksPage(tab).open();

        // When
        tab.drop(tab.find(".drop"), wav, text, record);

        // Then
        tab.until(
                "what was left out is told",
                () -> tab.find(".notices").getText().contains("1 file that is not music"));
        page.untilIs("dropped.txt", "Rejected");
        assertThat(new Api(tab.console()).original(id(page.row("dropped.wav")))).isEqualTo(Files.readAllBytes(wav));
        assertThat(new Api(tab.console()).original(id(page.row("dropped in a folder.mp3"))))
                .isEqualTo(Files.readAllBytes(mp3));
        assertThat(tab.all(".track .name"))
                .extracting(WebElement::getText)
                .doesNotContain("dropped cover.jpg", ".dropped and hidden.mp3");
        assertThat(tab.all(".drop.over")).isEmpty();
    }

    @Test
    void whereNothingIsTaken_theBrowserDoesNotOpenTheFileInstead(ConsoleTab tab) {
        tab.go("/pipeline");
        tab.find("h1");

        assertThat((Boolean) tab.run("""
                const carried = new DataTransfer();
                carried.items.add(new File(['not a page'], 'page.txt'));
                const events = ['dragover', 'drop'].map(type =>
                    new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: carried}));
                events.forEach(event => document.querySelector('h1').dispatchEvent(event));
                return events.every(event => event.defaultPrevented);
                """)).isTrue();
        assertThat(tab.all(".upload")).isEmpty();
    }

    private static String id(WebElement row) {
        return row.getDomAttribute("data-track");
    }
}
