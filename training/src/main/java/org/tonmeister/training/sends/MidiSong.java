package org.tonmeister.training.sends;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** A MIDI file, of which a part can be taken: some of its channels, and the beginning only. */
final class MidiSong {
    private static final int CHANNELS = 16;
    private static final int TEMPO = 0x51;
    private static final int END_OF_TRACK = 0x2F;
    private static final int ALL_NOTES_OFF = 123;
    /** What holds until a file says otherwise: 120 quarter notes a minute. */
    private static final double STANDARD_TEMPO_SECONDS = 0.5;

    private final Sequence sequence;

    private MidiSong(Sequence sequence) {
        this.sequence = sequence;
    }

    /**
     * Reads a standard MIDI file.
     *
     * @throws IOException if it is none
     */
    static MidiSong read(byte[] file) throws IOException {
        try {
            return new MidiSong(MidiSystem.getSequence(new ByteArrayInputStream(file)));
        } catch (InvalidMidiDataException e) {
            throw new IOException("this is no MIDI file: " + e.getMessage(), e);
        }
    }

    /** The channels (0 to 15) on which notes begin in the first seconds. */
    Set<Integer> channels(double seconds) {
        long end = tick(seconds);
        Set<Integer> channels = new TreeSet<>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size() && track.get(i).getTick() < end; i++) {
                if (track.get(i).getMessage() instanceof ShortMessage message
                        && message.getCommand() == ShortMessage.NOTE_ON
                        && message.getData2() > 0) {
                    channels.add(message.getChannel());
                }
            }
        }
        return channels;
    }

    /** A MIDI file of the first seconds of these channels; at the end all notes stop. */
    byte[] part(Set<Integer> channels, double seconds) throws IOException {
        long end = tick(seconds);
        try {
            var part = new Sequence(sequence.getDivisionType(), sequence.getResolution());
            for (Track track : sequence.getTracks()) {
                Track copy = part.createTrack();
                for (int i = 0; i < track.size() && track.get(i).getTick() < end; i++) {
                    if (isWanted(track.get(i).getMessage(), channels)) {
                        copy.add(track.get(i));
                    }
                }
            }
            long last = Math.min(end, sequence.getTickLength());
            for (int channel = 0; channel < CHANNELS; channel++) {
                var stop = new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, ALL_NOTES_OFF, 0);
                part.getTracks()[0].add(new MidiEvent(stop, last));
            }
            var bytes = new ByteArrayOutputStream();
            MidiSystem.write(part, part.getTracks().length == 1 ? 0 : 1, bytes);
            return bytes.toByteArray();
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    /** Every track of Java's gets an end of its own, and the old one may lie far behind the new one. */
    private static boolean isWanted(MidiMessage message, Set<Integer> channels) {
        if (message instanceof ShortMessage ofChannel) {
            return channels.contains(ofChannel.getChannel());
        }
        return !(message instanceof MetaMessage meta && meta.getType() == END_OF_TRACK);
    }

    /** The first tick at which that time has passed. */
    private long tick(double seconds) {
        if (sequence.getDivisionType() != Sequence.PPQ) {
            return (long) Math.ceil(seconds * sequence.getDivisionType() * sequence.getResolution());
        }
        double passed = 0;
        double quarter = STANDARD_TEMPO_SECONDS;
        long tick = 0;
        for (MidiEvent change : tempoChanges()) {
            double until = passed + (change.getTick() - tick) * quarter / sequence.getResolution();
            if (until >= seconds) {
                break;
            }
            passed = until;
            tick = change.getTick();
            byte[] data = ((MetaMessage) change.getMessage()).getData();
            quarter = ((data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF) / 1e6;
        }
        return tick + (long) Math.ceil((seconds - passed) / quarter * sequence.getResolution());
    }

    private List<MidiEvent> tempoChanges() {
        var changes = new ArrayList<MidiEvent>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof MetaMessage meta && meta.getType() == TEMPO) {
                    changes.add(track.get(i));
                }
            }
        }
        changes.sort(Comparator.comparingLong(MidiEvent::getTick));
        return changes;
    }
}
