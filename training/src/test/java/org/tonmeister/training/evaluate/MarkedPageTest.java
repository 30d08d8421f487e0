package org.tonmeister.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedPageTest {
    @TempDir
    Path folder;

    @Test
    void fillsThePlace_andLeavesTheRest() throws Exception {
        // Given
        Path page = folder.resolve("models.md");
        Files.writeString(page, "Before\n" + MarkedPage.BEGIN + "\nold\n" + MarkedPage.END + "\nAfter\n");

        // When
        MarkedPage.fill(page, "new\n");

        // Then
        assertThat(page).hasContent("Before\n" + MarkedPage.BEGIN + "\nnew\n" + MarkedPage.END + "\nAfter\n");
    }

    @Test
    void makesAPageThatIsNotThere_andRefusesOneWithoutAPlace() throws Exception {
        Path page = folder.resolve("docs/models.md");
        MarkedPage.fill(page, "new\n");
        assertThat(page).content().contains(MarkedPage.BEGIN + "\nnew\n" + MarkedPage.END);

        Files.writeString(page, "nothing");
        assertThatThrownBy(() -> MarkedPage.fill(page, "new")).hasMessageContaining("has no place for the tables");
    }

    @Test
    void tables_lineUp() {
        var table = new MarkdownTable("row", List.of("MAE"));
        table.add("constant", List.of(MarkdownTable.number(-0.0004, 3)));
        table.add("x", List.of(MarkdownTable.number(-1.25, 2)));

        assertThat(table.toString()).isEqualTo("""
                | row      |   MAE |
                |----------|------:|
                | constant | 0.000 |
                | x        | −1.25 |
                """);
    }
}
