package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonmeister.training.corpus.TestTracks.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.command.TrainingException;

/** Small scripts stand in for apt-get and dpkg-deb: the "package" they deliver is a tar archive already. */
@DisabledOnOs(OS.WINDOWS)
class AptPackagesTest {
    @TempDir
    Path folder;

    private Path work;

    @BeforeEach
    void makeAnArchive() throws IOException {
        work = folder.resolve("fetching");
        Files.write(
                folder.resolve("archive.tar"),
                new TestTar().file("./a.ogg", content("song")).bytes());
    }

    @Test
    void downloads_opens_andCleansUp() throws Exception {
        // Given: what an interrupted download left behind
        Files.createDirectories(work);
        Files.write(work.resolve("some-music_1_all.deb"), content("half a pack"));
        var packages =
                new AptPackages(work, downloading(), script("dpkg-deb", "[ $1 = --fsys-tarfile ] && cat \"$2\""));
        var names = new ArrayList<String>();

        // When
        long bytes = packages.open("some-music", in -> {
            var tar = new TarReader(in);
            while (tar.next()) {
                names.add(tar.name());
            }
        });

        // Then
        assertThat(names).containsExactly("a.ogg");
        assertThat(bytes).isEqualTo(Files.size(folder.resolve("archive.tar")));
        assertThat(work).doesNotExist();
    }

    @Test
    void says_whatAptComplainsOf() throws IOException {
        // Given
        String apt = script(
                "apt-get", "echo 'W: a warning' >&2; echo \"E: Unable to locate package $2\" >&2; echo >&2; exit 100");
        var packages = new AptPackages(work, apt, "unused");

        // When // Then
        assertThatThrownBy(() -> packages.open("some-music", in -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessage("some-music: " + apt + " failed: E: Unable to locate package some-music");
        assertThat(work).doesNotExist();
    }

    @Test
    void says_whyThePackageEndsTooSoon() throws IOException {
        // Given: a program that stops in the middle of the archive
        String dpkg =
                script("dpkg-deb", "head -c 514 \"$2\"; echo 'dpkg-deb: error: unexpected end of file' >&2; exit 2");
        var packages = new AptPackages(work, downloading(), dpkg);

        // When // Then
        assertThatThrownBy(() -> packages.open("some-music", in -> {
                    var tar = new TarReader(in);
                    while (tar.next()) {
                        tar.content().readAllBytes();
                    }
                }))
                .isInstanceOf(TrainingException.class)
                .hasMessage(dpkg + " failed: dpkg-deb: error: unexpected end of file");
    }

    @Test
    void says_thatTheProgramIsNotHere() {
        var packages = new AptPackages(work, folder.resolve("no-such-program").toString(), "unused");

        assertThatThrownBy(() -> packages.open("some-music", in -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("no-such-program is not here")
                .hasMessageContaining("Debian 12");
    }

    private String downloading() throws IOException {
        return script("apt-get", "[ $1 = download ] && cp ../archive.tar ./$2_1_all.deb");
    }

    private String script(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, EnumSet.allOf(PosixFilePermission.class));
        return file.toString();
    }
}
