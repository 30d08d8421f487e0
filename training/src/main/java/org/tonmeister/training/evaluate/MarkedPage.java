package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tonmeister.training.command.TrainingException;

/** A page written by people, with a place in it that the program fills: between two comments. */
final class MarkedPage {
    static final String BEGIN = "<!-- evaluation:begin -->";
    static final String END = "<!-- evaluation:end -->";

    private MarkedPage() {}

    /**
     * Fills the place anew; all else stays. A page that is not there is made.
     *
     * @throws TrainingException if the page has no such place
     */
    static void fill(Path page, String content) throws TrainingException, IOException {
        String text = Files.exists(page) ? Files.readString(page) : "# Models\n\n" + BEGIN + "\n" + END + "\n";
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new TrainingException(
                    page + " has no place for the tables: it needs the lines " + BEGIN + " and " + END);
        }
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, text.substring(0, begin) + BEGIN + "\n" + content + text.substring(end));
    }
}
