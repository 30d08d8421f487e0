package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More tracks than one page of the list holds. */
@NeedsChromium
class PagingIT {
    private static final int TRACKS = 23;
    private static final int ON_A_PAGE = 20;

    @Test
    void pagesOfTheList_holdEveryTrackOnce_andAreFoundAgain(ConsoleTab tab) throws Exception {
        // Given
        var api = new Api(tab.console());
        var ids = new ArrayList<String>();
        for (int i = 0; i < TRACKS; i++) {
            ids.add(api.upload("sheet of paper " + i + ".txt", "No music.".getBytes(StandardCharsets.UTF_8)));
        }
        new TracksPage(tab).open();
        tab.find("input[type=search]").sendKeys("sheet of paper");
        tab.until("the first page is full", () -> shown(tab).size() == ON_A_PAGE && ids.containsAll(shown(tab)));
        tab.until("all came", () -> tab.all(".track .state.rejected").size() == ON_A_PAGE);
        var first = shown(tab);
        assertThat(tab.button("Newer").isEnabled()).isFalse();

        // When
        tab.button("Older").click();

        // Then
        tab.until("the rest is shown", () -> shown(tab).size() == TRACKS - ON_A_PAGE);
        var rest = shown(tab);
        assertThat(rest).doesNotContainAnyElementsOf(first);
        assertThat(tab.shows("Page 2")).isTrue();
        assertThat(tab.button("Older").isEnabled()).isFalse();
        assertThat((String) tab.run("return document.activeElement.getAttribute('aria-label')"))
                .as("what has the focus")
                .isEqualTo("Tracks, Page 2");

        // A look at a track and back: the same page of the same search.
        tab.all(".track .name").get(0).click();
        tab.until("the track is there", () -> tab.shows("Uploaded"));
        tab.run("history.back()");
        tab.until("the same page", () -> shown(tab).equals(rest));

        // What is deleted on the last page: the page before is shown when nothing is left.
        for (String id : rest) {
            api.delete(id);
        }
        tab.until("the page before", () -> shown(tab).equals(first));
        tab.until("there is one page only", () -> !tab.find(".pages").isDisplayed());
    }

    private static List<String> shown(ConsoleTab tab) {
        return tab.all(".track").stream()
                .map(row -> row.getDomAttribute("data-track"))
                .toList();
    }
}
