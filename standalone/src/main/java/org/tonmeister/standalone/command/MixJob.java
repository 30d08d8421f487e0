package org.tonmeister.standalone.command;

import java.util.HashSet;
import java.util.Set;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.ProgressDisplay.TrackView;

/** One file on its way to its mix. */
final class MixJob {
    private static final String ALL = "all";

    private final InputFile input;
    private final String outputName;
    private final ProgressDisplay display;
    private final Set<String> variants = new HashSet<>();
    private TrackView view;

    /** @param outputName for the files that are written, without extension */
    MixJob(InputFile input, String outputName, ProgressDisplay display) {
        this.input = input;
        this.outputName = outputName;
        this.display = display;
    }

    InputFile input() {
        return input;
    }

    String outputName() {
        return outputName;
    }

    /** Begins to be shown. */
    void open() {
        view = display.begin(input.name());
    }

    /** Where its progress is shown; only while it is open. */
    TrackView view() {
        return view;
    }

    /** Is shown no more. */
    void close() {
        if (view != null) {
            view.close();
        }
    }

    /** Takes note of a mix that has been written; whether it was the last one. */
    boolean isCompletedBy(Mix mix) {
        variants.add(mix.getVariant());
        var report = mix.getReport();
        int expected = report.getOptions().getVariant().equals(ALL)
                ? 1 + report.getModels().size()
                : 1;
        return variants.size() >= expected;
    }
}
