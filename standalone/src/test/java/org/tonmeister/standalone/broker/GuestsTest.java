package org.tonmeister.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestsTest {
    @TempDir
    private Path folder;

    @Test
    void areThere_untilTheyLeave() throws Exception {
        var guests = new Guests(folder.resolve("guests"));
        assertThat(guests.any()).isFalse();

        try (var first = guests.enter()) {
            assertThat(first).isNotNull();
            assertThat(guests.any()).isTrue();
            guests.enter().close();
            assertThat(guests.any()).isTrue();
        }

        assertThat(guests.any()).isFalse();
    }

    @Test
    void theirFiles_areTidiedAway() throws Exception {
        var guests = new Guests(folder);
        guests.enter().close();

        guests.any();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void lock_isHadByOneAtATime() throws Exception {
        Path file = folder.resolve("lock");
        try (var held = FolderLock.tryAcquire(file).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(FolderLock.tryAcquire(file)).isEmpty();
        }

        try (var again = FolderLock.tryAcquire(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }
}
