package org.tonmeister.standalone.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.standalone.sound.FileAnalysis;
import org.tonmeister.standalone.sound.FileAnalysis.Depth;
import org.tonmeister.standalone.sound.Sounds;

/** Panels stand where the sheet puts them: waveform, loudness, spectrogram, spectrum. */
class PictureTest {
    private static final int LEFT = Design.MARGIN + Design.AXIS_WIDTH;
    private static final int WAVEFORM_TOP = Design.MARGIN + 84 + 34;
    private static final int WAVEFORM_HEIGHT = 200;

    @TempDir
    private Path folder;

    @Test
    void aTone_isDrawn_asHighAsItIsLoud() throws Exception {
        // Half of full scale, and the scale of the panel is 0.5.
        var image = picture("tone.wav", 3, Sounds.sine(1000, 0.499, 1));

        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(share(image, Design.LIGHT_BLUE, WAVEFORM_TOP, WAVEFORM_HEIGHT))
                .isBetween(0.25, 0.33);
        assertThat(share(image, Design.BLUE, WAVEFORM_TOP, WAVEFORM_HEIGHT)).isBetween(0.65, 0.75);
    }

    @Test
    void silence_isALine() throws Exception {
        var image = picture("silence.wav", 3, frame -> new double[2]);

        assertThat(share(image, Design.BLUE, WAVEFORM_TOP, WAVEFORM_HEIGHT)).isLessThan(0.02);
        assertThat(row(image, WAVEFORM_TOP + WAVEFORM_HEIGHT / 2)).isGreaterThan(0.9);
    }

    @Test
    void aToneThatStops_isDrawnOnItsSideOnly() throws Exception {
        var sine = Sounds.sine(1000, 0.499, 1);
        var image = picture("half.wav", 4, frame -> frame < 2 * Sounds.RATE ? sine.at(frame) : new double[2]);

        int y = WAVEFORM_TOP + WAVEFORM_HEIGHT / 4;
        int quarter = Design.INSIDE_WIDTH / 4;
        assertThat(new Color(image.getRGB(LEFT + quarter, y))).isNotEqualTo(Color.WHITE);
        assertThat(isPaper(image.getRGB(LEFT + 3 * quarter + 3, y))).isTrue();
    }

    @Test
    void everyPanel_hasInk() throws Exception {
        var image = picture("stereo.wav", 3, Sounds.sine(440, 0.3, 0.5));

        for (int top = WAVEFORM_TOP; top + 200 < image.getHeight(); top += 270) {
            assertThat(ink(image, top, 200)).as("from %d on", top).isGreaterThan(0.001);
        }
        assertThat(share(image, Design.ORANGE, image.getHeight() - 450, 400))
                .as("the side's spectrum")
                .isGreaterThan(0.0002);
    }

    @Test
    void theShortestSounds_areDrawn() throws Exception {
        assertThat(picture("short.wav", 1.0 / Sounds.RATE, Sounds.sine(1000, 0.5, 1))
                        .getWidth())
                .isEqualTo(1600);
    }

    @Test
    void theSamePicture_isTheSameBytes() throws Exception {
        picture("one.wav", 1, Sounds.sine(1000, 0.5, 1));
        byte[] first = Files.readAllBytes(folder.resolve("one.wav.png"));
        picture("one.wav", 1, Sounds.sine(1000, 0.5, 1));

        assertThat(Files.readAllBytes(folder.resolve("one.wav.png"))).isEqualTo(first);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("one.wav", "one.wav.png");
    }

    private BufferedImage picture(String name, double seconds, Sounds.Stereo sound) throws Exception {
        Path source = Sounds.wav(folder.resolve(name), seconds, sound);
        Path file = folder.resolve(name + ".png");
        Picture.ofAnalysis(FileAnalysis.of(source, Depth.SPECTROGRAM, (pass, fraction) -> {}), file);
        return ImageIO.read(file.toFile());
    }

    /** The part of the area between the axes that has exactly this colour. */
    private static double share(BufferedImage image, Color colour, int top, int height) {
        int count = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = LEFT; x < LEFT + Design.INSIDE_WIDTH; x++) {
                count += image.getRGB(x, y) == colour.getRGB() ? 1 : 0;
            }
        }
        return (double) count / height / Design.INSIDE_WIDTH;
    }

    private static double ink(BufferedImage image, int top, int height) {
        int count = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = LEFT + 1; x < LEFT + Design.INSIDE_WIDTH; x++) {
                count += isPaper(image.getRGB(x, y)) ? 0 : 1;
            }
        }
        return (double) count / height / Design.INSIDE_WIDTH;
    }

    /** The part of a row that is neither paper nor grid. */
    private static double row(BufferedImage image, int y) {
        return ink(image, y, 1);
    }

    private static boolean isPaper(int rgb) {
        return rgb == Design.BACKGROUND.getRGB() || rgb == Design.GRID.getRGB() || rgb == Design.FRAME.getRGB();
    }
}
