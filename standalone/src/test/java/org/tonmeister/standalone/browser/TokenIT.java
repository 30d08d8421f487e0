package org.tonmeister.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.AudioReader;

/** A gateway that asks for tokens. */
@NeedsChromium
class TokenIT {
    @TempDir
    private Path folder;

    /** Refusals are what these tests are about. */
    @AfterEach
    void theBrowserComplains_ofNothingButRefusals(ConsoleTab tab) {
        assertThat(tab.complaints())
                .allMatch(complaint -> complaint.contains("status of 401") || complaint.contains("status of 403"));
    }

    @Test
    void theToken_isAskedFor_untilItIsKnown(ConsoleTab tab, TokenGateway gateway) {
        tab.visit(gateway.address());

        // Who does not want is not asked again, but may by the button.
        tab.find("dialog[open]");
        tab.button("Cancel").click();
        tab.until("the page says why it is empty", () -> tab.shows("This server asks for an API token"));
        assertThat(tab.all("dialog")).isEmpty();
        tab.button("Token").click();

        tab.enterToken("some-other-token");
        tab.until("it is asked for again", () -> tab.shows("This server does not know that token"));
        tab.enterToken(TokenGateway.READER);
        tab.until("the list is there", () -> tab.all("dialog").isEmpty() && isLoaded(tab));

        // It holds for the other pages and for a reload, and can be changed.
        tab.go("/pipeline");
        tab.until("all is measured", () -> tab.shows("tonmeister.uploads"));
        tab.run("location.reload()");
        tab.until("all is measured again", () -> tab.shows("tonmeister.uploads"));
        assertThat(tab.all("dialog")).isEmpty();
        assertThat(tab.button("Token").isDisplayed()).isTrue();
    }

    @Test
    void aTokenForReading_doesNotUploadOrDelete_andThePageSaysWhy(ConsoleTab tab, TokenGateway gateway)
            throws Exception {
        Path text = Files.writeString(folder.resolve("mine.txt"), "Not music.");
        new Api(tab.console()).upload("not yours.txt", "Not music.".getBytes(StandardCharsets.UTF_8));
        tab.visit(gateway.address()).enterToken(TokenGateway.READER);
        var page = new TracksPage(tab).open();

        page.upload(text);
        tab.until("the upload is refused", () -> tab.find(".uploads").getText().contains("lacks the scope upload"));

        page.row("not yours.txt");
        tab.button("Delete not yours.txt").click();
        tab.button("Delete").click();
        tab.until(
                "the deletion is refused", () -> tab.find(".notices").getText().contains("lacks the scope admin"));
        assertThat(page.row("not yours.txt").isDisplayed()).isTrue();
        tab.button("Cancel the upload of mine.txt").click();
    }

    @Test
    void soundAndFiles_comeWithTheToken(ConsoleTab tab, TokenGateway gateway) throws Exception {
        Path wav = TestMusic.wav(folder.resolve("guarded.wav"));
        tab.visit(gateway.address()).enterToken(TokenGateway.ALL);
        var page = new TracksPage(tab).open().upload(wav).track("guarded.wav");

        tab.button("Play").click();
        page.untilHeard(1);
        page.side("a").click();
        page.untilHeard(2);

        tab.button("Download").click();
        tab.until("the file is there", () -> tab.downloaded().size() == 1);
        try (var reader = AudioReader.open(tab.downloaded().get(0))) {
            assertThat(reader.info().codec()).isEqualTo("flac");
        }
    }

    private static boolean isLoaded(ConsoleTab tab) {
        return tab.all("[aria-busy=true]").isEmpty() && !tab.shows("asks for an API token");
    }
}
