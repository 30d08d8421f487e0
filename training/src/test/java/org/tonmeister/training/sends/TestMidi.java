package org.tonmeister.training.sends;

import java.io.ByteArrayOutputStream;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** A MIDI file of two tracks: tempo, and notes; 120 quarters a minute unless it says otherwise. */
final class TestMidi {
    static final int TICKS_A_QUARTER = 96;

    private final Sequence sequence;
    private final Track tempo;
    private final Track notes;

    TestMidi() throws Exception {
        sequence = new Sequence(Sequence.PPQ, TICKS_A_QUARTER);
        tempo = sequence.createTrack();
        notes = sequence.createTrack();
    }

    TestMidi note(int channel, int key, int fromQuarter, int toQuarter) throws Exception {
        var on = new ShortMessage(ShortMessage.NOTE_ON, channel, key, 100);
        var off = new ShortMessage(ShortMessage.NOTE_OFF, channel, key, 0);
        notes.add(new MidiEvent(on, (long) fromQuarter * TICKS_A_QUARTER));
        notes.add(new MidiEvent(off, (long) toQuarter * TICKS_A_QUARTER));
        return this;
    }

    TestMidi tempo(int atQuarter, int microsecondsAQuarter) throws Exception {
        byte[] data = {
            (byte) (microsecondsAQuarter >> 16), (byte) (microsecondsAQuarter >> 8), (byte) microsecondsAQuarter
        };
        tempo.add(new MidiEvent(new MetaMessage(0x51, data, 3), (long) atQuarter * TICKS_A_QUARTER));
        return this;
    }

    byte[] bytes() throws Exception {
        var out = new ByteArrayOutputStream();
        MidiSystem.write(sequence, 1, out);
        return out.toByteArray();
    }
}
