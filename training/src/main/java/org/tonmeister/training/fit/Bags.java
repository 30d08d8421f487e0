package org.tonmeister.training.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.ExampleSet;
import org.tonmeister.training.targets.ExampleWindows;
import org.tonmeister.training.targets.Protocol;

/** Examples in memory, as a network of one layout reads them. */
final class Bags {
    private final WindowTable table;
    private final List<Bag> bags = new ArrayList<>();

    private Bags(Picture layout) {
        table = new WindowTable(layout);
    }

    /**
     * Reads sets of examples.
     *
     * @throws TrainingException if one is not there
     */
    static Bags read(List<Path> sets, Picture layout) throws IOException, TrainingException {
        var bags = new Bags(layout);
        for (Path set : sets) {
            ExampleSet.open(set).forEachTrack(bags::addTrack);
        }
        return bags;
    }

    WindowTable table() {
        return table;
    }

    List<Bag> all() {
        return bags;
    }

    private void addTrack(List<ExampleWindows> examples) {
        List<SpectrogramWindow> clean = examples.stream()
                .filter(e -> e.example().protocol() == Protocol.CLEAN)
                .flatMap(e -> e.windows().stream())
                .toList();
        int[] cleanRows = clean.stream().mapToInt(table::add).toArray();
        int windows = 1 + last(examples);
        for (ExampleWindows example : examples) {
            boolean isClean = example.example().protocol() == Protocol.CLEAN;
            int[] rows = isClean
                    ? cleanRows
                    : example.windows().stream().mapToInt(table::add).toArray();
            IntPredicate otherHalf = otherHalf(example.windows(), windows);
            List<Integer> reference = new ArrayList<>();
            for (int i = 0; i < cleanRows.length; i++) {
                if (otherHalf.test(clean.get(i).getWindow())) {
                    reference.add(cleanRows[i]);
                }
            }
            bags.add(new Bag(
                    example.example(), rows, reference.stream().mapToInt(i -> i).toArray()));
        }
    }

    private static int last(List<ExampleWindows> examples) {
        return examples.stream()
                .flatMap(e -> e.windows().stream())
                .mapToInt(SpectrogramWindow::getWindow)
                .max()
                .orElse(0);
    }

    /** Which windows lie in the half of the track that the example's windows do not touch; none if they touch both. */
    private static IntPredicate otherHalf(List<SpectrogramWindow> windows, int count) {
        int half = count / 2;
        boolean first = windows.stream().allMatch(w -> w.getWindow() < half);
        boolean second = windows.stream().allMatch(w -> w.getWindow() >= half);
        return index -> first ? index >= half : second && index < half;
    }
}
