package org.tonmeister.training.sends;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.masters.WindowRecords;
import org.tonmeister.training.targets.Draws;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.ExampleWindows;
import org.tonmeister.training.targets.ExampleWriter;
import org.tonmeister.training.targets.Protocol;

/** Makes the examples of dry tracks. Not for use by several threads. */
final class SendExamples {
    private static final Set<Parameter> KNOWN = EnumSet.of(Parameter.REVERB, Parameter.DELAY);

    private final SendRecipe recipe;
    private final Transform transform = new Transform();
    private final WindowRecords records = new WindowRecords();

    SendExamples(SendRecipe recipe) {
        this.recipe = recipe;
    }

    /**
     * Makes all examples of a track.
     *
     * @return how many windows were made
     * @throws InterruptedException if the thread is interrupted; looked for between two examples
     */
    int make(DrySource source, DryMusic music, ExampleWriter writer) throws IOException, InterruptedException {
        var renderer = new SendRenderer(music, transform);
        var sounding = new SoundingWindows(music);
        int windows = 0;
        for (int draw = 0; draw < source.examples(); draw++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            ExampleWindows example = make(source, renderer, sounding, draw);
            writer.add(example);
            windows += example.windows().size();
        }
        return windows;
    }

    private ExampleWindows make(DrySource source, SendRenderer renderer, SoundingWindows sounding, int draw) {
        Random random = Draws.random(recipe.seed(), source.md5(), Protocol.SENDS, draw);
        SendTruth parts = SendTruth.draw(random);
        Colour colour = Colour.draw(random);
        ImpulseResponse room = RandomRoom.draw(random).response(DryMusic.SAMPLE_RATE, random);
        ImpulseResponse echoes = RandomEchoes.draw(random).response(DryMusic.SAMPLE_RATE);
        int offset = recipe.anywhere(source.split()) ? sounding.drawOffset(random) : 0;
        int[] indices = windows(sounding.from(offset), source, random);
        int[] starts = Arrays.stream(indices)
                .map(window -> offset + window * DryMusic.WINDOW_FRAMES)
                .toArray();
        List<float[][]> sounds = renderer.render(parts, room, echoes, colour, starts);
        var example = new Example(
                source.label(),
                String.format(Locale.ROOT, "%s-%04d", Protocol.SENDS.jsonName(), draw),
                Protocol.SENDS,
                source.kind(),
                parts.parameters(),
                KNOWN);
        List<SpectrogramWindow> windows = new ArrayList<>();
        for (int i = 0; i < indices.length; i++) {
            windows.add(records.of(
                    source.label(),
                    example.id(),
                    indices[i],
                    sounds.get(i),
                    0,
                    DryMusic.WINDOW_FRAMES,
                    DryMusic.SAMPLE_RATE));
        }
        return new ExampleWindows(example, windows);
    }

    /** Some of these, in their order. */
    private int[] windows(int[] all, DrySource source, Random random) {
        int count = Math.min(recipe.windows(source.split()), all.length);
        if (recipe.anywhere(source.split())) {
            return random.ints(0, all.length)
                    .distinct()
                    .limit(count)
                    .sorted()
                    .map(i -> all[i])
                    .toArray();
        }
        int[] evenly = new int[count];
        for (int i = 0; i < count; i++) {
            evenly[i] = all[(int) ((2L * i + 1) * all.length / (2L * count))];
        }
        return evenly;
    }
}
