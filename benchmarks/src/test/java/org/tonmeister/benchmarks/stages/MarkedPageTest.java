package org.tonmeister.benchmarks.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedPageTest {
    @TempDir
    Path folder;

    @Test
    void replacesWhatLiesBetweenTheMarks() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(
                page,
                "a\n<!-- measured:x -->\nold\n<!-- /measured -->\nb\n<!-- measured:y -->\n<!-- /measured -->\nc\n");

        MarkedPage.rewrite(page, Map.of("x", "1\n", "y", "2\n"));

        assertThat(page)
                .hasContent("a\n<!-- measured:x -->\n1\n<!-- /measured -->\nb\n"
                        + "<!-- measured:y -->\n2\n<!-- /measured -->\nc\n");
    }

    @Test
    void rejects_aPageThatLacksAPart() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "nothing here\n");

        assertThatThrownBy(() -> MarkedPage.rewrite(page, Map.of("x", "1\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no part between <!-- measured:x -->");
        assertThat(page).hasContent("nothing here\n");
    }
}
