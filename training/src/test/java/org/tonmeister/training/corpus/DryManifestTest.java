package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.training.command.TrainingException;

class DryManifestTest {
    private static final String LINE = "val\tsome-music\tusr/share/a song.mid\t0123456789abcdef0123456789abcdef";

    @Test
    void bundledManifest_holds31Songs_eachInOneSplit() {
        // When
        List<DrySong> songs = DryManifest.bundled().songs();

        // Then
        Map<Split, Long> counts = songs.stream().collect(Collectors.groupingBy(DrySong::split, Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of(Split.TRAIN, 21L, Split.VAL, 4L, Split.TEST, 6L));
        assertThat(songs).extracting(DrySong::md5).doesNotHaveDuplicates();
        assertThat(songs).extracting(DrySong::path).doesNotHaveDuplicates();
    }

    @Test
    void bundledManifest_isSplitByTheSums() {
        List<Split> splits = DryManifest.bundled().songs().stream()
                .sorted(Comparator.comparing(DrySong::md5))
                .map(DrySong::split)
                .toList();

        assertThat(splits.subList(0, 6)).containsOnly(Split.TEST);
        assertThat(splits.subList(6, 10)).containsOnly(Split.VAL);
        assertThat(splits.subList(10, 31)).containsOnly(Split.TRAIN);
    }

    @Test
    void reads_everyField() throws TrainingException {
        assertThat(parse(LINE).songs())
                .containsExactly(new DrySong(
                        Split.VAL, "some-music", "usr/share/a song.mid", "0123456789abcdef0123456789abcdef"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "val|valid|'valid' is not a split",
                "some-music|../music|'../music' is not the name of a Debian package",
                "usr/share|usr/../..|is not a path inside a package",
                "89abcdef|89abcdeg|is not an md5 sum",
                "a song|b song|some-music/usr/share/b song.mid is there already",
                "usr/share/a song.mid|a\tb|has 5 fields instead of 4",
            })
    void rejects_aWrongField_namingTheLine(String right, String wrong, String reason) {
        String spoilt = LINE.replace(right, wrong);

        assertThatThrownBy(() -> parse(LINE, spoilt))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("line 3 of the manifest of dry music: ")
                .hasMessageContaining(reason);
    }

    @Test
    void rejects_aFileWithoutItsHeading() {
        assertThatThrownBy(() -> DryManifest.parse(LINE.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1 of the manifest of dry music is not its heading");
    }

    private static DryManifest parse(String... lines) throws TrainingException {
        String text = DryManifest.HEADING + "\n" + String.join("\n", lines) + "\n";
        return DryManifest.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
