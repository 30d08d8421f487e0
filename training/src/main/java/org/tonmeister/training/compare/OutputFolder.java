package org.tonmeister.training.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.tonmeister.training.command.TrainingException;

/**
 * The folder of a comparison. It is filled under another name beside it, and gets its own when all is done: a comparison
 * is there whole or not at all.
 */
final class OutputFolder implements AutoCloseable {
    private final Path target;
    private final Path part;

    private OutputFolder(Path target, Path part) {
        this.target = target;
        this.part = part;
    }

    /**
     * Begins a folder.
     *
     * @throws TrainingException if there is already something of that name
     */
    static OutputFolder begin(Path target) throws TrainingException, IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !isEmptyFolder(absolute)) {
            throw new TrainingException(target + (Files.isDirectory(absolute) ? " is not empty" : " is a file")
                    + ": choose another folder by --out");
        }
        if (absolute.getFileName() == null) {
            throw new TrainingException(target + " cannot be used: choose another folder by --out");
        }
        Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
        var folder = new OutputFolder(absolute, part);
        // A run that was killed may have left some.
        folder.close();
        Files.createDirectories(part);
        return folder;
    }

    /** Where files are to be written. */
    Path path() {
        return part;
    }

    /** Gives the folder its name. */
    void finish() throws IOException {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        if (Files.isDirectory(part)) {
            for (Path file : list(part)) {
                Files.delete(file);
            }
            Files.delete(part);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        return Files.isDirectory(path) && list(path).isEmpty();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
