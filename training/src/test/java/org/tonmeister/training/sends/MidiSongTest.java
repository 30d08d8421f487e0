package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.Test;

class MidiSongTest {
    private static final double QUARTER = 0.5;

    @Test
    void channels_areThoseWithNotes() throws Exception {
        // Given: notes on two channels, one of them late
        MidiSong song = MidiSong.read(
                new TestMidi().note(0, 60, 0, 4).note(3, 64, 8, 10).bytes());

        assertThat(song.channels(100)).containsExactly(0, 3);
        assertThat(song.channels(8 * QUARTER)).containsExactly(0);
    }

    @Test
    void part_hasTheNotesOfItsChannelsOnly() throws Exception {
        // Given
        MidiSong song = MidiSong.read(new TestMidi()
                .note(0, 60, 0, 4)
                .note(3, 64, 2, 4)
                .note(9, 40, 0, 1)
                .bytes());

        // When
        byte[] part = song.part(Set.of(0, 9), 100);

        // Then
        assertThat(MidiSong.read(part).channels(100)).containsExactly(0, 9);
        assertThat(sequence(part).getMicrosecondLength()).isEqualTo(2_000_000);
    }

    @Test
    void part_endsWhereAsked_evenIfANoteGoesOn() throws Exception {
        MidiSong song = MidiSong.read(new TestMidi().note(0, 60, 0, 1000).bytes());

        byte[] part = song.part(Set.of(0), 3);

        assertThat(sequence(part).getMicrosecondLength() / 1e6).isCloseTo(3, within(0.01));
    }

    @Test
    void time_followsChangesOfTempo() throws Exception {
        // Given: from quarter 4 on twice as fast, so the 3rd second ends with quarter 8
        MidiSong song = MidiSong.read(
                new TestMidi().tempo(4, 250_000).note(0, 60, 0, 100).bytes());

        byte[] part = song.part(Set.of(0), 3);

        assertThat(sequence(part).getTickLength()).isEqualTo(8 * TestMidi.TICKS_A_QUARTER);
        assertThat(sequence(part).getMicrosecondLength() / 1e6).isCloseTo(3, within(0.01));
    }

    @Test
    void samePart_isTheSameByteForByte() throws Exception {
        byte[] file = new TestMidi().note(0, 60, 0, 4).note(3, 64, 2, 4).bytes();

        assertThat(MidiSong.read(file).part(Set.of(0), 1))
                .isEqualTo(MidiSong.read(file).part(Set.of(0), 1));
    }

    @Test
    void refuses_whatIsNoMidiFile() {
        assertThatThrownBy(() -> MidiSong.read("This is text.".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("this is no MIDI file");
    }

    private static Sequence sequence(byte[] file) throws Exception {
        return MidiSystem.getSequence(new ByteArrayInputStream(file));
    }
}
