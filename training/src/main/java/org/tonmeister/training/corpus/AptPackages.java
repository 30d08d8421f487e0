package org.tonmeister.training.corpus;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.training.command.TrainingException;

/** Packages from the archives that this machine's APT knows, downloaded one at a time and deleted after use. */
final class AptPackages implements PackageSource {
    private static final String REMEDY =
            "the corpus comes in Debian packages, so fetch it on Debian 12 or in a container of it";

    private final Path folder;
    private final String aptGet;
    private final String dpkgDeb;

    /** @param folder for the package in work; made, emptied and deleted */
    AptPackages(Path folder) {
        this(folder, "apt-get", "dpkg-deb");
    }

    AptPackages(Path folder, String aptGet, String dpkgDeb) {
        this.folder = folder;
        this.aptGet = aptGet;
        this.dpkgDeb = dpkgDeb;
    }

    @Override
    public long open(String packageName, Program.Reader reader)
            throws IOException, TrainingException, InterruptedException {
        // What an interrupted run left behind may be half a package.
        delete();
        Files.createDirectories(folder);
        try {
            Path deb = download(packageName);
            new Program(folder, REMEDY, List.of(dpkgDeb, "--fsys-tarfile", deb.toString())).run(reader);
            return Files.size(deb);
        } finally {
            delete();
        }
    }

    private Path download(String packageName) throws IOException, TrainingException, InterruptedException {
        try {
            new Program(folder, REMEDY, List.of(aptGet, "download", packageName)).run();
        } catch (TrainingException e) {
            throw new TrainingException(packageName + ": " + e.getMessage(), e);
        }
        List<Path> files = files();
        if (files.size() != 1) {
            throw new TrainingException(
                    aptGet + " left " + files.size() + " files for " + packageName + " instead of one");
        }
        return files.get(0);
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        return files;
    }

    private void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }
}
