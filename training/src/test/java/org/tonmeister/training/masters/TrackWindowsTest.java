package org.tonmeister.training.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.schemas.record.SpectrogramWindow;

class TrackWindowsTest {
    @TempDir
    Path folder;

    @Test
    void cutsATrack_asIngestDoes() throws Exception {
        // Given: two windows and a last piece of 0.6 s, which joins the second
        Path file = folder.resolve("a.wav");
        TestMusic.write(file, TestMusic.noise(1, 10.6, false, -6, 0));

        // When
        List<SpectrogramWindow> windows = read(file, 0);

        // Then
        assertThat(windows).extracting(SpectrogramWindow::getWindow).containsExactly(0, 1);
        assertThat(windows.get(0).getSeconds()).isEqualTo(5);
        assertThat(windows.get(1).getSeconds()).isCloseTo(5.6, within(1e-4));
    }

    @Test
    void gain_movesTheLevelAndNothingElse() throws Exception {
        // Given
        Path file = folder.resolve("a.wav");
        TestMusic.write(file, TestMusic.noise(1, 5, false, -6, 0));

        // When
        var asItIs = read(file, 0).get(0).getStatistics();
        var louder = read(file, 12).get(0).getStatistics();

        // Then
        assertThat(louder.getLoudnessLufs() - asItIs.getLoudnessLufs()).isCloseTo(12, within(0.001));
        assertThat(louder.getPeakDbfs() - asItIs.getPeakDbfs()).isCloseTo(12, within(0.001));
        assertThat(louder.getCrestMeanDb()).isCloseTo(asItIs.getCrestMeanDb(), within(0.001));
        assertThat(louder.getCorrelation()).isCloseTo(asItIs.getCorrelation(), within(0.001));
    }

    @Test
    void loudness_isThatOfTheFile() throws Exception {
        // Given: steady noise, so gates change nothing
        Path file = folder.resolve("a.wav");
        TestMusic.write(file, TestMusic.noise(1, 5, false, -6, -3));
        double ungated = read(file, 0).get(0).getStatistics().getLoudnessLufs();

        // When
        double lufs = new TrackWindows().loudness(file).integratedLufs();

        // Then
        assertThat(lufs).isCloseTo(ungated, within(0.1));
    }

    private static List<SpectrogramWindow> read(Path file, double gainDb) throws Exception {
        var windows = new ArrayList<SpectrogramWindow>();
        new TrackWindows().read(file, gainDb, windows::add);
        return windows;
    }
}
