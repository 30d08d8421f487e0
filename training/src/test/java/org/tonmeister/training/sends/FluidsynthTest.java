package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.Md5;

class FluidsynthTest {
    @TempDir
    Path folder;

    @Test
    void command_rendersDry_atTheRateOfAllDryMusic() {
        var fluidsynth = new Fluidsynth(folder, Path.of("instruments.sf2"));

        assertThat(String.join(" ", fluidsynth.command(Path.of("song.mid"), Path.of("song.flac"))))
                .isEqualTo("fluidsynth -n -i -q -R 0 -C 0 -g 0.2 -r 44100 -O s24 -T flac"
                        + " -F song.flac instruments.sf2 song.mid");
    }

    @Test
    void saysWhatInstallsTheProgram_whereItIsMissing() throws Exception {
        // Given
        var fluidsynth = new Fluidsynth(
                folder.resolve("rendered"), TestSoundFont.write(folder.resolve("sine.sf2")), "no-such-synthesiser");

        // When // Then
        assertThatThrownBy(() -> fluidsynth.render(new byte[1]))
                .isInstanceOf(TrainingException.class)
                .hasMessage("the program no-such-synthesiser is not here: it renders the dry music;"
                        + " apt-get install --no-install-recommends fluidsynth installs it");
        assertThat(folder.resolve("rendered")).isEmptyDirectory();
    }

    @Test
    void refuses_instrumentsThatAreNone() throws Exception {
        Path soundFont = Files.writeString(folder.resolve("text.sf2"), "This is text.");

        assertThatThrownBy(() -> new Fluidsynth(folder, soundFont).render(new byte[1]))
                .isInstanceOf(TrainingException.class)
                .hasMessage(soundFont + " is not an SF2 file");
    }

    @Test
    void doesNotRenderAgain_whatIsThere() throws Exception {
        // Given
        byte[] midi = {1, 2, 3};
        Path rendered = Files.createFile(folder.resolve(Md5.of(midi) + ".flac"));

        // When // Then: a program that is not there was not asked
        assertThat(new Fluidsynth(folder, folder, "no-such-synthesiser").render(midi))
                .isEqualTo(rendered);
    }
}
