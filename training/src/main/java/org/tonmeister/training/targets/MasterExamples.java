package org.tonmeister.training.targets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.masters.WindowRecords;

/** Makes the examples of masters after a recipe. Not for use by several threads. */
final class MasterExamples {
    private static final String SOURCE = "masters";

    private final Recipe recipe;
    private final WindowRecords records = new WindowRecords();

    MasterExamples(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * Makes all examples of a track.
     *
     * @param label {@code package/path} of the track
     * @param md5 of the track, for what is drawn
     * @return how many windows were made
     * @throws InterruptedException if the thread is interrupted; looked for between two examples
     */
    int make(MasterTrack track, String label, String md5, ExampleWriter writer)
            throws IOException, InterruptedException {
        int windows = make(track, label, md5, Protocol.CLEAN, 0, writer);
        for (int draw = 0; draw < recipe.a12(); draw++) {
            windows += make(track, label, md5, Protocol.A12, draw, writer);
        }
        for (int draw = 0; draw < recipe.b12(); draw++) {
            windows += make(track, label, md5, Protocol.B12, draw, writer);
        }
        return windows;
    }

    private int make(MasterTrack track, String label, String md5, Protocol protocol, int draw, ExampleWriter writer)
            throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Random random = Draws.random(recipe.seed(), md5, protocol, draw);
        var parameters = Flaws.draw(protocol, track.isMono(), random).with(Parameter.OUTPUT_LEVEL, track.outputLevel());
        var example = new Example(
                label,
                String.format(Locale.ROOT, "%s-%04d", protocol.jsonName(), draw),
                protocol,
                SOURCE,
                parameters,
                EnumSet.allOf(Parameter.class));
        var degrader = new Degrader(track, parameters);
        List<SpectrogramWindow> windows = new ArrayList<>();
        for (int window : windows(track.windows(), protocol, random)) {
            float[][] sound = degrader.window(window);
            windows.add(records.of(label, example.id(), window, sound, 0, sound[0].length, track.sampleRate()));
        }
        writer.add(new ExampleWindows(example, windows));
        return windows.size();
    }

    private int[] windows(WindowGrid grid, Protocol protocol, Random random) {
        if (protocol == Protocol.CLEAN) {
            return grid.evenly(recipe.cleanWindows());
        } else if (!recipe.halves() || grid.count() < 2) {
            return grid.evenly(recipe.windows());
        }
        int middle = grid.count() / 2;
        return random.nextBoolean() ? some(0, middle, random) : some(middle, grid.count(), random);
    }

    /** Some of the windows from {@code from} to {@code to} − 1, each at most once, in the order of time. */
    private int[] some(int from, int to, Random random) {
        return random.ints(from, to)
                .distinct()
                .limit(Math.min(recipe.windows(), to - from))
                .sorted()
                .toArray();
    }
}
