package org.tonmeister.training.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.training.corpus.TestStems;
import picocli.CommandLine;

class TargetsCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void namesTheCommandThatFetches_whereTheCorpusIsNotThere() {
        int code = targets("--split", "val");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .endsWith(" is missing; this fetches it: tonmeister train corpus fetch --split val");
    }

    @Test
    void songsOfMusdb_standBesideTheCorpus() throws Exception {
        // Given: a corpus of nothing, and one song
        Path manifest = Files.writeString(
                folder.resolve("list.tsv"),
                "split\tpackage\tpath\tseconds\tcodec\trate\tlufs_i\tlra\ttrue_peak_dbfs\tlicence\tmd5\n");
        Files.createDirectories(folder.resolve("musdb/train"));
        Files.createDirectories(folder.resolve("musdb/test"));
        TestStems.write(folder.resolve("musdb/test/Somebody - A Song.stem.mp4"), 5, 12);

        // When
        int code = targets(
                "--manifest",
                manifest.toString(),
                "--musdb",
                folder.resolve("musdb").toString(),
                "--judged-draws",
                "2");

        // Then
        assertThat(code).isZero();
        assertThat(err.toString()).contains("masters-train: 0 tracks", "masters-test: 1 tracks, of which 0");
        ExampleSet set = ExampleSet.open(folder.resolve("work/targets/masters-test"));
        assertThat(set.tracks()).hasSize(1);
        assertThat(ExampleSet.read(set.tracks().get(0)))
                .extracting(each -> each.example().track())
                .containsOnly("musdb18/Somebody - A Song/mixture");
    }

    @Test
    void theSets_areNamedByTheSplits() {
        targets("--split", "test", "--tracks", "3", "--name", "fixture");

        assertThat(err.toString()).startsWith("fixture-test: 3 tracks, of which 0 are finished");
    }

    @ParameterizedTest
    @CsvSource({
        "--split, multi-train, 'multi-train' is not a split of masters; there are train",
        "--split, elsewhere, 'elsewhere' is not a split of masters; there are train",
        "--draws, -1, --draws and --judged-draws must be 0 or more",
        "--windows, 0, '--windows, --draw-windows and --tracks must be 1 or more'",
        "--threads, 0, '--threads must be 1 or more'",
        "--tracks, 0, '--windows, --draw-windows and --tracks must be 1 or more'",
        "--name, ../x, '''../x'' is no name for sets: use small letters, digits and hyphens after --name'"
    })
    void refuses_whatMakesNoSense_inOneLine(String option, String value, String reason) {
        int code = targets(option, value);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith(reason);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void worksInTheUsersCache() {
        Path home = Path.of("/home/someone");

        assertThat(WorkOption.standard(Map.of(), home)).isEqualTo(home.resolve(".cache/tonmeister/training"));
        assertThat(WorkOption.standard(Map.of("XDG_CACHE_HOME", "relative"), home))
                .isEqualTo(home.resolve(".cache/tonmeister/training"));
        assertThat(WorkOption.standard(Map.of("XDG_CACHE_HOME", folder.toString()), home))
                .isEqualTo(folder.resolve("tonmeister/training"));
    }

    private int targets(String... options) {
        var all = new ArrayList<>(List.of(
                "--cache",
                folder.resolve("empty").toString(),
                "--work",
                folder.resolve("work").toString()));
        all.addAll(List.of(options));
        return new CommandLine(new TargetsCommand())
                .setErr(new PrintWriter(err))
                .execute(all.toArray(new String[0]));
    }
}
