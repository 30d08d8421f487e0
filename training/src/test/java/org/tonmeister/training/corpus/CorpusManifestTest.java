package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.training.command.TrainingException;

class CorpusManifestTest {
    private static final String LINE =
            "train\tsome-music\tusr/share/a song.ogg\t61.50\tvorbis\t44100\t-14.3\t4.3\t0.5\tCC-BY-3.0\t0123456789abcdef0123456789abcdef";

    @Test
    void bundledManifest_holdsTheCorpusThatItsReadmeStates() {
        // When
        CorpusManifest manifest = CorpusManifest.bundled();

        // Then
        Map<Split, Long> counts =
                manifest.tracks().stream().collect(Collectors.groupingBy(CorpusTrack::split, Collectors.counting()));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Split.TRAIN, 221L,
                        Split.VAL, 31L,
                        Split.TEST, 114L,
                        Split.MULTI_TRAIN, 8L,
                        Split.MULTI_TEST, 8L));
        double trainMinutes = manifest.tracks(List.of(Split.TRAIN)).stream()
                        .mapToDouble(CorpusTrack::seconds)
                        .sum()
                / 60;
        assertThat(trainMinutes).isBetween(615.0, 617.0);
    }

    @Test
    void bundledManifest_leaksNothingFromOneSplitIntoAnother() {
        assertThat(CorpusCheck.leaks(CorpusManifest.bundled())).isEmpty();
    }

    @Test
    void reads_everyField() throws TrainingException {
        // When
        CorpusTrack track = parse(LINE).tracks().get(0);

        // Then
        assertThat(track)
                .isEqualTo(new CorpusTrack(
                        Split.TRAIN,
                        "some-music",
                        "usr/share/a song.ogg",
                        61.5,
                        "vorbis",
                        44_100,
                        -14.3,
                        4.3,
                        0.5,
                        "CC-BY-3.0",
                        "0123456789abcdef0123456789abcdef"));
    }

    @Test
    void md5_isThatOfTheFile() throws TrainingException {
        // Given: the sum that `printf '%s\n' "$HEADING" | md5sum` prints
        byte[] text = (CorpusManifest.HEADING + "\n").getBytes(StandardCharsets.UTF_8);

        // When // Then
        assertThat(CorpusManifest.parse(text).md5()).isEqualTo("48d062b228cbd0c1489387d36a8a4178");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train|training|'training' is not a split",
                "some-music|../music|'../music' is not the name of a Debian package",
                "usr/share|/usr/share|is not a path inside a package",
                "usr/share|usr/../..|is not a path inside a package",
                "61.50|long|'long' is not a number",
                "61.50|-1|a track lasts longer than -1.0 s",
                "44100|0|a sample rate is above 0 Hz",
                "89abcdef|89abcdeg|is not an md5 sum",
                "CC-BY-3.0|CC-BY\t3.0|has 12 fields instead of 11",
            })
    void rejects_aWrongField_namingTheLine(String right, String wrong, String reason) {
        String spoilt = LINE.replace(right, wrong);

        assertThatThrownBy(() -> parse(LINE.replace("a song", "another"), spoilt))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("line 3 of the manifest: ")
                .hasMessageContaining(reason);
    }

    @Test
    void rejects_aTrackThatIsThereAlready() {
        assertThatThrownBy(() -> parse(LINE, LINE))
                .isInstanceOf(TrainingException.class)
                .hasMessage("line 3 of the manifest: some-music/usr/share/a song.ogg is there already");
    }

    @Test
    void rejects_textWithoutTheHeading() {
        assertThatThrownBy(() -> CorpusManifest.parse(LINE.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TrainingException.class)
                .hasMessage("line 1 of the manifest is not its heading");
    }

    private static CorpusManifest parse(String... lines) throws TrainingException {
        String text = CorpusManifest.HEADING + "\n" + String.join("\n", lines) + "\n";
        return CorpusManifest.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
