package org.tonmeister.standalone.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The services' temporary files. */
final class WorkFolder {
    private WorkFolder() {}

    /** Makes the folder; what lies in it directly was left behind by a process that was killed. Folders, which hold state, stay. */
    static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
