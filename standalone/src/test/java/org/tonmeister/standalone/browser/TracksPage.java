package org.tonmeister.standalone.browser;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page with the list of tracks. */
final class TracksPage {
    private final ConsoleTab tab;

    TracksPage(ConsoleTab tab) {
        this.tab = tab;
    }

    TracksPage open() {
        tab.go("/tracks");
        tab.find("input[type=file]");
        return this;
    }

    /** Chooses files as the button would. */
    TracksPage upload(Path... files) {
        tab.find("input[type=file]")
                .sendKeys(Arrays.stream(files).map(Path::toString).collect(Collectors.joining("\n")));
        return this;
    }

    /** The row of a file. */
    WebElement row(String fileName) {
        var place = By.xpath("//li[contains(@class,'track')][.//a[normalize-space()='" + fileName + "']]");
        tab.until(fileName + " is in the list", () -> !rows(place).isEmpty());
        return rows(place).get(0);
    }

    TracksPage untilIs(String fileName, String state) {
        tab.until(
                fileName + " is " + state,
                () -> row(fileName).findElement(By.className("state")).getText().equals(state));
        return this;
    }

    /** Opens a track that is done. */
    TrackPage track(String fileName) {
        untilIs(fileName, "Done");
        row(fileName).findElement(By.className("name")).click();
        return new TrackPage(tab).untilLoaded();
    }

    private List<WebElement> rows(By place) {
        return tab.find("body").findElements(place);
    }
}
