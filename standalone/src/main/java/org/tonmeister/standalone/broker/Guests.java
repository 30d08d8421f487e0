package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * The processes that use a broker of another process. Each holds a locked file in one folder for as long as it does, so
 * a guest that dies without a word is seen to be gone.
 */
final class Guests {
    private final Path folder;

    Guests(Path folder) {
        this.folder = folder;
    }

    /** A guest's own lock; closing it says that the guest has left. */
    FolderLock enter() throws IOException {
        Files.createDirectories(folder);
        return FolderLock.tryAcquire(folder.resolve(UUID.randomUUID().toString()))
                .orElseThrow(() -> new IOException("A new file in " + folder + " is locked"));
    }

    /** Whether any are there. Forgets those that have gone. */
    boolean any() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        boolean found = false;
        for (Path file : files()) {
            var lock = FolderLock.tryAcquire(file);
            if (lock.isPresent()) {
                Files.deleteIfExists(file);
                lock.get().close();
            } else {
                found = true;
            }
        }
        return found;
    }

    private List<Path> files() throws IOException {
        try (var list = Files.list(folder)) {
            return list.toList();
        }
    }
}
