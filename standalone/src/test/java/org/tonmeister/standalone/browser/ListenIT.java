package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Original and mix, heard one against the other. */
@NeedsChromium
class ListenIT {
    @TempDir
    private Path folder;

    @Test
    void bothSides_play_andTheSwitchStaysAtThePlace(ConsoleTab tab) throws Exception {
        // Given
        Path mp3 = TestMusic.mp3(folder.resolve("listen.mp3"));
        var page = new TracksPage(tab).open().upload(mp3).track("listen.mp3");

        // When
        tab.button("Play").click();
        page.untilHeard(1);
        assertThat(page.side("b").isSelected()).isTrue();
        double before = page.position();
        page.side("a").click();

        // Then
        assertThat(page.position()).isBetween(before, before + 5);
        page.untilHeard(before + 1);
        page.side("b").click();
        page.untilHeard(before + 2);
        tab.button("Pause").click();
        double stopped = page.position();
        assertThat(stopped).isLessThan(TestMusic.SECONDS);
        page.side("a").click();
        assertThat(page.position()).isEqualTo(stopped);
    }

    @Test
    void theWaveforms_areDrawn_andLeadToAPlace(ConsoleTab tab) throws Exception {
        Path wav = TestMusic.wav(folder.resolve("waveforms.wav"));
        var page = new TracksPage(tab).open().upload(wav).track("waveforms.wav");

        assertThat(tab.all(".wave > div")).hasSize(2);
        assertThat((Boolean) tab.run("""
                return [...document.querySelectorAll('.wave > div')].every(host => {
                  const canvas = host.shadowRoot.querySelector('canvas');
                  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  return pixels.some(value => value > 0);
                });
                """)).isTrue();
        tab.all(".wave").get(1).click();
        // A click goes to the middle of an element.
        tab.until("the middle", () -> Math.abs(page.position() - TestMusic.SECONDS / 2.0) < 0.3);
    }

    @Test
    void figuresAndSpectrum_sayWhatChanged(ConsoleTab tab) throws Exception {
        Path wav = TestMusic.wav(folder.resolve("figures.wav"));
        var page = new TracksPage(tab).open().upload(wav).track("figures.wav");

        var report = page.track().get("mixes").get(0).get("report");
        String loudness = tab.find("[aria-label='Loudness figures']").getText();
        assertThat(loudness)
                .contains(text(report.get("before").get("lufs").asDouble()))
                .contains(text(report.get("after").get("truePeakDbtp").asDouble()));
        assertThat(tab.find(".spectrum canvas").getDomAttribute("aria-label"))
                .matches(
                        "Spectra of original and mix\\. At the same loudness the mix has [+−]?\\d+\\.\\d dB in the bass .*");
        tab.find(".spectrum summary").click();
        assertThat(tab.find(".spectrum tbody").findElements(By.tagName("tr"))).hasSize(30);
    }

    @Test
    void silence_isShownAsSuch(ConsoleTab tab) throws Exception {
        Path wav = TestMusic.silence(folder.resolve("silence.wav"));

        new TracksPage(tab).open().upload(wav).track("silence.wav");

        assertThat(tab.shows("There is no sound to compare.")).isTrue();
        assertThat(tab.find("[aria-label='Loudness figures']").getText()).contains("≤ −70");
        assertThat(tab.all(".wave > div")).hasSize(2);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('-', '−');
    }
}
