package org.tonmeister.standalone.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path parent;

    @Test
    void losesTheFilesOfAKilledProcess_butNotTheState() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("work"));
        Path spool = Files.writeString(folder.resolve("tonmeister-upload-1.bin"), "half a song");
        Path state = Files.writeString(
                Files.createDirectories(folder.resolve("streams")).resolve("store"), "accounts");

        WorkFolder.prepare(folder);

        assertThat(spool).doesNotExist();
        assertThat(state).exists();
    }

    @Test
    void isMade() throws Exception {
        WorkFolder.prepare(parent.resolve("new"));

        assertThat(parent.resolve("new")).isDirectory();
    }
}
