package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FluidsynthIT {
    private static final int RATE = DryMusic.SAMPLE_RATE;

    @TempDir
    Path folder;

    @BeforeEach
    void needsTheProgram() {
        boolean there = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "fluidsynth")));
        assumeTrue(
                there, "the program fluidsynth is not installed: apt-get install --no-install-recommends fluidsynth");
    }

    @Test
    void rendersTheNotes_andNoReverbAfterThem() throws Exception {
        // Given: an A for 2 s, then a rest until a last short note at 6 s
        var fluidsynth = new Fluidsynth(folder.resolve("rendered"), TestSoundFont.write(folder.resolve("sine.sf2")));
        byte[] midi = new TestMidi().note(0, 69, 0, 4).note(0, 69, 12, 13).bytes();

        // When
        DryMusic music = DryMusic.read(fluidsynth.render(midi), 10);

        // Then: 440 periods a second on both sides, and silence in the rest
        float[] left = music.samples()[0];
        assertThat(risingZeros(left, RATE / 2, RATE + RATE / 2)).isCloseTo(440, within(1));
        assertThat(peak(left, RATE / 2, RATE)).isGreaterThan(0.01f);
        assertThat(peak(left, 3 * RATE, 5 * RATE)).isLessThan(1e-5f);
        assertThat(peak(music.samples()[1], 3 * RATE, 5 * RATE)).isLessThan(1e-5f);
    }

    @Test
    void aSubsetOfChannels_leavesTheOthersOut() throws Exception {
        // Given: an A, and an A an octave higher on another channel
        var fluidsynth = new Fluidsynth(folder.resolve("rendered"), TestSoundFont.write(folder.resolve("sine.sf2")));
        MidiSong song = MidiSong.read(
                new TestMidi().note(0, 69, 0, 12).note(1, 81, 0, 12).bytes());

        // When
        DryMusic high = DryMusic.read(fluidsynth.render(song.part(Set.of(1), 20)), 10);

        // Then
        assertThat(risingZeros(high.samples()[0], RATE, 2 * RATE)).isCloseTo(880, within(1));
    }

    @Test
    void sameSong_isRenderedTheSame() throws Exception {
        // Given
        Path soundFont = TestSoundFont.write(folder.resolve("sine.sf2"));
        byte[] midi = new TestMidi().note(0, 69, 0, 4).bytes();

        // When
        Path first = new Fluidsynth(folder.resolve("a"), soundFont).render(midi);
        Path second = new Fluidsynth(folder.resolve("b"), soundFont).render(midi);

        // Then
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(folder.resolve("a")).isDirectoryContaining(file -> file.equals(first));
        assertThat(Files.list(folder.resolve("a")).count()).isEqualTo(1);
    }

    private static int risingZeros(float[] samples, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (samples[i] < 0 && samples[i + 1] >= 0) {
                count++;
            }
        }
        return count;
    }

    private static float peak(float[] samples, int from, int to) {
        float peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak;
    }
}
