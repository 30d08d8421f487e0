package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.tonmeister.audio.codec.AudioReader;

/** What the user changes, and takes away. */
@NeedsChromium
class RemixIT {
    @TempDir
    private Path folder;

    @Test
    void twoMovedFaders_overrideTheseTwo_andNothingElse(ConsoleTab tab) throws Exception {
        // Given
        Path wav = TestMusic.wav(folder.resolve("remix.wav"));
        var page = new TracksPage(tab).open().upload(wav).track("remix.wav");
        JsonNode first = page.track().get("mixes").get(0);

        // When
        page.fader("lowEq").sendKeys(Keys.HOME);
        page.fader("reverb").sendKeys(Keys.END, Keys.ARROW_DOWN);
        tab.button("Remix").click();

        // Then
        tab.until("the remix is chosen", () -> page.chosenMix().contains("2 own settings"));
        page.untilLoaded();
        JsonNode remix = page.track().get("mixes").get(0);
        assertThat(remix.get("options").get("overrides").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("lowEq", "reverb");
        assertThat(remix.get("parameters").get("lowEq").asDouble()).isZero();
        assertThat(remix.get("parameters").get("reverb").asDouble()).isEqualTo(0.99);
        first.get("parameters").properties().forEach(parameter -> {
            if (!List.of("lowEq", "reverb").contains(parameter.getKey())) {
                assertThat(remix.get("parameters").get(parameter.getKey()))
                        .as(parameter.getKey())
                        .isEqualTo(parameter.getValue());
            }
        });
        assertThat(page.fader("lowEq").getDomAttribute("aria-valuetext")).isEqualTo("−12.0 dB");
        assertThat(page.fader("reverb").getDomAttribute("aria-valuetext")).isEqualTo("99 %");
    }

    @Test
    void faders_showWhatTheApiSays_withEachModelsMark(ConsoleTab tab) throws Exception {
        Path wav = TestMusic.wav(folder.resolve("marks.wav"));
        var page = new TracksPage(tab).open().upload(wav).track("marks.wav");

        JsonNode mix = page.track().get("mixes").get(0);

        assertThat(tab.all(".fader")).hasSize(10).allSatisfy(fader -> {
            WebElement input = fader.findElement(By.tagName("input"));
            String parameter = input.getDomAttribute("data-parameter");
            double value = mix.get("parameters").get(parameter).asDouble();
            // The slider rounds to its own step.
            double shown =
                    Double.parseDouble(input.getDomProperty("value")) / Double.parseDouble(input.getDomProperty("max"));
            assertThat(shown).as(parameter).isBetween(value - 0.006, value + 0.006);
            var marks = fader.findElements(By.cssSelector(".marks .mark"));
            assertThat(marks).hasSize(mix.get("report").get("models").size());
        });
    }

    @Test
    void allModels_areComparedSideBySide_andEachIsHeard(ConsoleTab tab) throws Exception {
        // Given
        Path mp3 = TestMusic.mp3(folder.resolve("compare.mp3"));
        var page = new TracksPage(tab).open().upload(mp3).track("compare.mp3");
        var models = new ArrayList<String>();
        page.track()
                .get("mixes")
                .get(0)
                .get("report")
                .get("models")
                .forEach(part -> models.add(part.get("model").asText()));
        assertThat(models).isNotEmpty();

        // When
        tab.button("Compare all models").click();

        // Then
        tab.until("every model has a mix", () -> models.stream()
                .allMatch(model ->
                        !tab.all("tr[data-variant='" + model + "'] button").isEmpty()));
        for (String model : models) {
            tab.find("tr[data-variant='" + model + "'] button").click();
            tab.until(model + " is chosen", () -> !tab.all("tr.now[data-variant='" + model + "']")
                    .isEmpty());
            page.untilLoaded();
        }
        if (!tab.all("button[aria-label=Play]").isEmpty()) {
            tab.button("Play").click();
        }
        page.untilHeard(1);
    }

    @Test
    void aDownloadInAnotherFormat_isAValidFile(ConsoleTab tab) throws Exception {
        // Given
        Path wav = TestMusic.wav(folder.resolve("download.wav"));
        new TracksPage(tab).open().upload(wav).track("download.wav");

        // When
        tab.run("""
            const select = document.querySelector('.download select');
            select.value = 'mp3';
            select.dispatchEvent(new Event('change', {bubbles: true}));
            """);
        tab.button("Download").click();

        // Then
        tab.until("the file is there", () -> tab.downloaded().size() == 1);
        Path file = tab.downloaded().get(0);
        assertThat(file.getFileName().toString()).endsWith(".mp3");
        try (var reader = AudioReader.open(file)) {
            assertThat(reader.info().sampleRate()).isEqualTo(44_100);
            float[][] second = new float[2][44_100];
            assertThat(reader.read(second, 44_100)).isEqualTo(44_100);
        }
    }
}
