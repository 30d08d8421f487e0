package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Everything without a mouse. */
@NeedsChromium
class KeyboardIT {
    @TempDir
    private Path folder;

    @Test
    void listeningAndRemixing_needNoMouse(ConsoleTab tab) throws Exception {
        // Given
        Path wav = TestMusic.wav(folder.resolve("keyboard.wav"));
        new TracksPage(tab).open().upload(wav).untilIs("keyboard.wav", "Done");
        tab.tabTo(".track .name");
        assertThat((String) tab.run("return document.activeElement.textContent"))
                .isEqualTo("keyboard.wav");
        tab.press(Keys.ENTER);
        var page = new TrackPage(tab).untilLoaded();

        // When, Then
        tab.tabTo("input[data-side=b]");
        tab.press(Keys.ARROW_UP);
        assertThat(page.side("a").isSelected()).isTrue();
        tab.press(Keys.SPACE);
        page.untilHeard(1);
        tab.press("2");
        assertThat(page.side("b").isSelected()).isTrue();
        tab.tabTo("button.play");
        tab.press(Keys.SPACE);
        assertThat(tab.button("Play").isDisplayed()).isTrue();

        tab.tabTo("input[data-parameter=lowEq]");
        tab.press(Keys.HOME);
        tab.tabTo("input[data-parameter=width]");
        tab.press(Keys.END);
        tab.tabTo(".under .primary");
        tab.press(Keys.ENTER);
        tab.until("the remix is chosen", () -> page.chosenMix().contains("2 own settings"));
        assertThat(page.fader("width").getDomAttribute("aria-valuetext")).isEqualTo("+12.0 dB");
        // The button is off now; the focus must not fall back to the top of the page.
        assertThat((String) tab.run("return document.activeElement.textContent"))
                .as("what has the focus")
                .isEqualTo("Faders");
    }
}
