package org.tonmeister.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.standalone.report.SampleMix;

class HeardNamesTest {
    private final HeardNames names = new HeardNames();

    @Test
    void aTrackKeepsItsName_andAnotherOfThatNameGetsANumber() {
        assertThat(names.of(mix("one", "song.mp3", 1))).isEqualTo("song");
        assertThat(names.of(mix("two", "Song.flac", 1))).isEqualTo("Song-2");
        assertThat(names.of(mix("one", "song.mp3", 1))).isEqualTo("song");
    }

    @Test
    void aLaterRevision_doesNotReplaceTheFirst() {
        assertThat(names.of(mix("one", "song.mp3", 2))).isEqualTo("song.r2");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Music\\song.mp3, song",
        "..mp3, _",
        "'a:b*c?.wav', a_b_c_",
        ".., _",
        "'/', track-id",
    })
    void aNameFromElsewhere_staysInTheFolder(String fileName, String expected) {
        assertThat(names.of(mix("track-id", fileName, 1))).isEqualTo(expected);
    }

    private static Mix mix(String trackId, String fileName, int revision) {
        Mix mix = SampleMix.of("any");
        mix.put("trackId", trackId);
        mix.put("revision", revision);
        mix.getReport().getSource().put("fileName", fileName);
        return mix;
    }
}
