package org.tonmeister.training.sends;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.ExampleMaker;
import org.tonmeister.training.targets.ExampleWriter;

/**
 * Makes the examples of dry music.
 *
 * @param recipe how they are made
 * @param folder of the set
 */
record SendMaker(SendRecipe recipe, Path folder) implements ExampleMaker<DrySource> {
    @Override
    public boolean isFinished(DrySource source) throws IOException {
        return ExampleWriter.isFinished(folder, source.md5(), recipe.fingerprint(source));
    }

    @Override
    public int make(DrySource source) throws TrainingException, IOException, InterruptedException {
        DryMusic music;
        try {
            music = DryMusic.read(source.sound().file(), SendRecipe.SECONDS);
        } catch (AudioFormatException e) {
            throw new TrainingException(source.label() + ": " + e.getMessage(), e);
        }
        try (var writer = ExampleWriter.open(folder, source.md5(), recipe.fingerprint(source))) {
            int windows = new SendExamples(recipe).make(source, music, writer);
            writer.finish();
            return windows;
        }
    }
}
