package org.tonmeister.standalone.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.dsp.GainReductionTrace;
import org.tonmeister.standalone.report.Figures;
import org.tonmeister.standalone.sound.FileAnalysis;
import org.tonmeister.standalone.sound.Waveform;

/** Draws what was measured. Needs no display. */
public final class Picture {
    private static final String SEPARATOR = "  ·  ";

    private static final double SHORTEST_SECONDS = 0.01;

    private Picture() {}

    /**
     * Of one file: waveform, spectrogram, loudness over time, spectra of mid and side.
     *
     * @param analysis with sketch and spectrogram
     * @throws PlotException if this machine cannot draw
     */
    public static void ofAnalysis(FileAnalysis analysis, Path file) throws PlotException, IOException {
        draw(
                () -> {
                    TrackAnalysis figures = analysis.figures();
                    var sketch = analysis.sketch().orElseThrow();
                    var time = Axis.ofTime(atLeast(figures.seconds()), Design.MOST_TIMES);
                    Waveform waveform = sketch.waveform();
                    return new Sheet(
                            name(analysis.path()),
                            subtitle(analysis),
                            List.of(
                                    WaveformPanel.of(
                                            "Waveform",
                                            waveform,
                                            time,
                                            WaveformPanel.scale(waveform),
                                            Design.LIGHT_BLUE,
                                            Design.BLUE),
                                    LoudnessPanel.of(figures, time),
                                    SpectrogramPanel.of(sketch.spectrogram().orElseThrow(), time),
                                    SpectrumPanel.ofMidAndSide(figures.spectrum())));
                },
                file);
    }

    /**
     * Of a file before and after it was rendered: waveforms, loudness over time, gain reduction, spectra.
     *
     * @param before with sketch
     * @param after with sketch
     * @param targetLufs the loudness that was asked for
     * @throws PlotException if this machine cannot draw
     */
    public static void ofRendering(
            FileAnalysis before, FileAnalysis after, GainReductionTrace trace, OptionalDouble targetLufs, Path file)
            throws PlotException, IOException {
        draw(
                () -> {
                    Waveform first = before.sketch().orElseThrow().waveform();
                    Waveform then = after.sketch().orElseThrow().waveform();
                    var time = Axis.ofTime(
                            atLeast(Math.max(
                                    before.figures().seconds(), after.figures().seconds())),
                            Design.MOST_TIMES);
                    double scale = WaveformPanel.scale(first, then);
                    return new Sheet(
                            name(before.path()) + " → " + name(after.path()),
                            change(before.figures(), after.figures()),
                            List.of(
                                    WaveformPanel.of("Before", first, time, scale, Design.LIGHT_GREY, Design.GREY),
                                    WaveformPanel.of("After", then, time, scale, Design.LIGHT_BLUE, Design.BLUE),
                                    LoudnessPanel.of(before.figures(), after.figures(), targetLufs, time),
                                    ReductionPanel.of(trace, time),
                                    SpectrumPanel.ofBoth(
                                            before.figures().spectrum(),
                                            after.figures().spectrum())));
                },
                file);
    }

    private interface Drawing {
        Sheet sheet();
    }

    private static void draw(Drawing drawing, Path file) throws PlotException, IOException {
        // Before AWT is loaded: it would ask for a display.
        System.setProperty("java.awt.headless", "true");
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Path partial = folder.resolve("." + file.getFileName() + ".part");
        try {
            ImageIO.setUseCache(false);
            var image = drawing.sheet().paint();
            try (var out = Files.newOutputStream(partial)) {
                ImageIO.write(image, "png", out);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (RuntimeException | Error e) {
            throw Fonts.explain(e);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** An axis needs a length. */
    private static double atLeast(double seconds) {
        return Math.max(SHORTEST_SECONDS, seconds);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String subtitle(FileAnalysis analysis) {
        var info = analysis.info();
        TrackAnalysis figures = analysis.figures();
        var loudness = figures.measurement().loudness();
        return String.join(
                SEPARATOR,
                Figures.duration(figures.seconds()),
                Figures.kilohertz(info.sampleRate()),
                info.codec() + " " + info.channelLayout(),
                Figures.text("%.1f LUFS", loudness.integratedLufs()),
                Figures.text("range %.1f LU", loudness.rangeLu()),
                Figures.text("true peak %.1f dBTP", figures.measurement().truePeakDbtp()),
                Figures.text("crest %.1f dB", figures.crestDb()),
                Figures.text("PLR %.1f LU", figures.peakToLoudnessLu()));
    }

    private static String change(TrackAnalysis before, TrackAnalysis after) {
        var first = before.measurement();
        var then = after.measurement();
        return String.join(
                SEPARATOR,
                Figures.duration(before.seconds()),
                change("", first.loudness().integratedLufs(), then.loudness().integratedLufs(), " LUFS"),
                change("range ", first.loudness().rangeLu(), then.loudness().rangeLu(), " LU"),
                change("true peak ", first.truePeakDbtp(), then.truePeakDbtp(), " dBTP"),
                change("crest ", before.crestDb(), after.crestDb(), " dB"));
    }

    private static String change(String what, double before, double after, String unit) {
        return Figures.text("%s%.1f → %.1f%s", what, before, after, unit);
    }
}
