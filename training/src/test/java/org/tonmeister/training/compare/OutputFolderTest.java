package org.tonmeister.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.command.TrainingException;

class OutputFolderTest {
    @TempDir
    Path folder;

    @Test
    void takesAnEmptyFolder_andFillsItAtOnce() throws Exception {
        Path target = Files.createDirectory(folder.resolve("out"));

        try (var out = OutputFolder.begin(target)) {
            Files.writeString(out.path().resolve("a"), "a");
            assertThat(target).isEmptyDirectory();
            out.finish();
        }

        assertThat(target.resolve("a")).hasContent("a");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesNothing_ofWhatWasNotFinished() throws Exception {
        try (var out = OutputFolder.begin(folder.resolve("out"))) {
            Files.writeString(out.path().resolve("a"), "a");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refuses_whatIsInUse() throws Exception {
        Files.writeString(folder.resolve("file"), "a");

        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> OutputFolder.begin(folder))
                .withMessage(folder + " is not empty: choose another folder by --out");
        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> OutputFolder.begin(folder.resolve("file")))
                .withMessageEndingWith(" is a file: choose another folder by --out");
    }
}
