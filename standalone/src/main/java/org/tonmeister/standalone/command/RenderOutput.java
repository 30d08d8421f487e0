package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalDouble;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.Mixdown;
import org.tonmeister.audio.mixdown.MixdownOptions;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.mix.MixTags;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.standalone.console.ProgressDisplay.TrackView;
import org.tonmeister.standalone.plot.Picture;
import org.tonmeister.standalone.plot.PlotException;
import org.tonmeister.standalone.report.ReportJson;
import org.tonmeister.standalone.sound.FileAnalysis;
import org.tonmeister.standalone.sound.FileAnalysis.Depth;
import org.tonmeister.standalone.sound.SourceFile;

/**
 * What a call of {@code render} makes of each file, in its folder. Results are written under a temporary name first, so
 * that no half file is seen.
 */
final class RenderOutput {
    private final Path folder;
    private final Parameters parameters;
    private final MixOptions options;
    private final MixdownOptions mixdown;
    private final boolean drawn;

    /** @param drawn whether pictures are wanted */
    RenderOutput(Path folder, Parameters parameters, MixOptions options, boolean drawn) {
        this.folder = folder;
        this.parameters = parameters;
        this.options = options;
        this.drawn = drawn;
        mixdown = new MixdownOptions(
                OutputFormat.valueOf(options.getFormat().name()),
                options.getLoudnessLufs() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(options.getLoudnessLufs()),
                options.getCeilingDbtp());
    }

    /** A file that was written. */
    record Rendered(Path source, Path file, MixdownResult result, MixReport report) {}

    boolean isDrawn() {
        return drawn;
    }

    /** Where the sound goes. */
    Path target(String name) {
        return folder.resolve(name + ".rendered." + mixdown.format().extension());
    }

    /** Writes sound and report. */
    Rendered render(Path source, String name, TrackView view) throws IOException {
        var track = SourceFile.open(
                source, new RenderProgress(view, mixdown.loudnessLufs().isPresent()));
        Path target = target(name);
        Path partial = partial(target);
        // Ctrl-C ends the process without what stands under finally.
        partial.toFile().deleteOnExit();
        try {
            var result =
                    Mixdown.render(track, parameters, mixdown, partial, taken -> writer(partial, track.info(), taken));
            MixReport report = RenderReport.of(track, result, options);
            String json = ReportJson.render(report, Files.size(partial), Sha256.of(partial));
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
            writeText(folder.resolve(name + ".render.json"), json);
            return new Rendered(source, target, result, report);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Draws what was rendered. */
    void draw(Rendered rendered, String name, TrackView view) throws IOException, PlotException {
        view.at(RenderProgress.DRAWING, 0);
        SourceFile.Listener before = (pass, fraction) -> view.at(RenderProgress.DRAWING, fraction / 2);
        SourceFile.Listener after = (pass, fraction) -> view.at(RenderProgress.DRAWING, 0.5 + fraction / 2);
        Picture.ofRendering(
                FileAnalysis.of(rendered.source(), Depth.WAVEFORM, before),
                FileAnalysis.of(rendered.file(), Depth.WAVEFORM, after),
                rendered.result().trace(),
                mixdown.loudnessLufs(),
                folder.resolve(name + ".render.png"));
    }

    private AudioWriter writer(Path file, SourceInfo source, Parameters taken) throws IOException {
        int bits = OutputFormat.flacBits(source.bitsPerSample());
        var tags = MixTags.of(taken, source.tags());
        return AudioWriter.create(file, mixdown.format(), source.sampleRate(), bits, tags, source.cover());
    }

    private static void writeText(Path file, String text) throws IOException {
        Path partial = partial(file);
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path partial(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }
}
