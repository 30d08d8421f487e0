package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonmeister.training.corpus.TestTracks.content;
import static org.tonmeister.training.corpus.TestTracks.track;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.command.TrainingException;

class CorpusFetchTest {
    private static final CorpusTrack PLAIN = track(Split.TRAIN, "game-music", "usr/share/a.ogg", content("plain"));
    private static final CorpusTrack ZIPPED = track(Split.TRAIN, "game-music", "pk3/music/b.ogg", content("zipped"));
    private static final CorpusTrack OTHER = track(Split.VAL, "other-music", "usr/share/c.ogg", content("other"));

    @TempDir
    Path folder;

    private final StringWriter progress = new StringWriter();
    private final List<String> opened = new ArrayList<>();

    @Test
    void unpacks_whatIsWanted_andNothingElse() throws Exception {
        // Given
        byte[] tar = new TestTar()
                .file("./usr/share/a.ogg", content("plain"))
                .file("./usr/share/unwanted.ogg", content("unwanted"))
                .file("./usr/share/data.pk3", zip("music/b.ogg", "zipped"))
                .bytes();

        // When
        List<String> faults = fetch(Map.of("game-music", tar), PLAIN, ZIPPED);

        // Then
        assertThat(faults).isEmpty();
        assertThat(folder.resolve("game-music/usr/share/a.ogg")).hasContent("plain");
        assertThat(folder.resolve("game-music/pk3/music/b.ogg")).hasContent("zipped");
        assertThat(folder.resolve("game-music/usr/share/unwanted.ogg")).doesNotExist();
        assertThat(progress).hasToString("[1/1] game-music: fetching 2 files: 2 unpacked from 0 MB in 0 s\n");
    }

    @Test
    void takes_theRightOneOfTwoArchivesWithTheSameName() throws Exception {
        // Given
        byte[] tar = new TestTar()
                .file("./usr/share/0.pk3", zip("music/b.ogg", "an older take"))
                .file("./usr/share/1.pk3", zip("music/b.ogg", "zipped"))
                .bytes();

        // When // Then
        assertThat(fetch(Map.of("game-music", tar), ZIPPED)).isEmpty();
        assertThat(folder.resolve("game-music/pk3/music/b.ogg")).hasContent("zipped");
    }

    @Test
    void fetchesOnly_whatIsNotThereYet() throws Exception {
        // Given: the first package was fetched before, the second came out damaged
        var cache = new CorpusCache(folder);
        cache.store(PLAIN, new ByteArrayInputStream(content("plain")));
        Files.createDirectories(cache.file(OTHER).getParent());
        Files.write(cache.file(OTHER), content("oth"));
        byte[] tar = new TestTar().file("./usr/share/c.ogg", content("other")).bytes();

        // When
        List<String> faults = fetch(Map.of("other-music", tar), PLAIN, OTHER);

        // Then
        assertThat(faults).isEmpty();
        assertThat(opened).containsExactly("other-music");
        assertThat(cache.state(OTHER)).isEqualTo(CorpusCache.State.WHOLE);
        assertThat(progress.toString()).startsWith("[1/2] game-music: all 1 files are there\n[2/2] other-music: ");
    }

    @Test
    void tells_whatThePackageLacks_andWhatIsDifferentInIt() throws Exception {
        // Given
        byte[] tar =
                new TestTar().file("./usr/share/a.ogg", content("remastered")).bytes();

        // When
        List<String> faults = fetch(Map.of("game-music", tar), PLAIN, ZIPPED);

        // Then
        assertThat(faults)
                .containsExactly(
                        "game-music/usr/share/a.ogg has another md5 sum than the manifest says:"
                                + " it comes from another version of the package",
                        "game-music/pk3/music/b.ogg is not in the package");
        assertThat(folder.resolve("game-music/usr/share/a.ogg")).doesNotExist();
    }

    @Test
    void stops_whereAPackageCannotBeHad() {
        assertThatThrownBy(() -> fetch(Map.of(), PLAIN))
                .isInstanceOf(TrainingException.class)
                .hasMessage("no package game-music");
    }

    private List<String> fetch(Map<String, byte[]> packages, CorpusTrack... tracks) throws Exception {
        PackageSource source = (name, reader) -> {
            opened.add(name);
            if (!packages.containsKey(name)) {
                throw new TrainingException("no package " + name);
            }
            reader.read(new ByteArrayInputStream(packages.get(name)));
            return packages.get(name).length;
        };
        var out = new PrintWriter(progress);
        return new CorpusFetch(new CorpusCache(folder), source, out).fetch(List.of(tracks));
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content(text));
        }
        return bytes.toByteArray();
    }
}
