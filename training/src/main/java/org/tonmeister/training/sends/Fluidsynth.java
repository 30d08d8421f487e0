package org.tonmeister.training.sends;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.Md5;
import org.tonmeister.training.corpus.Program;

/**
 * Renders MIDI files as dry sound, by the program of that name, and keeps what it rendered: a file is named after the
 * music in it, so the same music is rendered once.
 */
final class Fluidsynth {
    private static final String REMEDY =
            "it renders the dry music; apt-get install --no-install-recommends fluidsynth installs it";
    /** Far enough from full scale for a song with all its instruments. */
    private static final String GAIN = "0.2";

    /** RIFF, the length, sfbk. */
    private static final int HEAD_BYTES = 12;

    private final Path folder;
    private final Path soundFont;
    private final String program;

    /**
     * @param folder for what is rendered; made if it is not there
     * @param soundFont the instruments, an SF2 file
     */
    Fluidsynth(Path folder, Path soundFont) {
        this(folder, soundFont, "fluidsynth");
    }

    Fluidsynth(Path folder, Path soundFont, String program) {
        this.folder = folder;
        this.soundFont = soundFont;
        this.program = program;
    }

    /**
     * The sound of a MIDI file as FLAC: stereo, 24 bits, {@value DryMusic#SAMPLE_RATE} Hz.
     *
     * @throws TrainingException if the program is not there or fails
     */
    Path render(byte[] midi) throws IOException, TrainingException, InterruptedException {
        Path file = folder.resolve(Md5.of(midi) + ".flac");
        if (Files.isRegularFile(file)) {
            return file;
        }
        checkSoundFont();
        Files.createDirectories(folder);
        Path song = Files.createTempFile(folder, "song-", ".mid");
        Path part = Files.createTempFile(folder, "song-", ".part");
        try {
            Files.write(song, midi);
            new Program(folder, REMEDY, command(song, part)).run();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } finally {
            Files.deleteIfExists(song);
            Files.deleteIfExists(part);
        }
    }

    /** The program would render silence and call it a success. */
    private void checkSoundFont() throws IOException, TrainingException {
        byte[] head;
        try (InputStream in = Files.newInputStream(soundFont)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("RIFF") || !text.endsWith("sfbk")) {
            throw new TrainingException(soundFont + " is not an SF2 file");
        }
    }

    /** No MIDI input, no shell, no reverb (−R), no chorus (−C). */
    List<String> command(Path song, Path out) {
        return List.of(
                program,
                "-n",
                "-i",
                "-q",
                "-R",
                "0",
                "-C",
                "0",
                "-g",
                GAIN,
                "-r",
                String.valueOf(DryMusic.SAMPLE_RATE),
                "-O",
                "s24",
                "-T",
                "flac",
                "-F",
                out.toString(),
                soundFont.toString(),
                song.toString());
    }
}
