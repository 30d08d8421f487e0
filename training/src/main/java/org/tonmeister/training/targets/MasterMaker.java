package org.tonmeister.training.targets;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.Master;

/**
 * Makes the examples of finished masters.
 *
 * @param recipe how many of which kind
 * @param folder of the set
 */
record MasterMaker(Recipe recipe, Path folder) implements ExampleMaker<Master> {
    @Override
    public boolean isFinished(Master track) throws IOException {
        return ExampleWriter.isFinished(folder, track.md5(), recipe.fingerprint());
    }

    @Override
    public int make(Master track) throws TrainingException, IOException, InterruptedException {
        MasterTrack master = MasterTrack.read(track);
        try (var writer = ExampleWriter.open(folder, track.md5(), recipe.fingerprint())) {
            int windows = new MasterExamples(recipe).make(master, track.label(), track.md5(), writer);
            writer.finish();
            return windows;
        }
    }
}
