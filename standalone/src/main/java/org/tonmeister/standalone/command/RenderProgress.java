package org.tonmeister.standalone.command;

import java.util.List;
import org.tonmeister.standalone.console.ProgressDisplay.TrackView;
import org.tonmeister.standalone.console.Step;
import org.tonmeister.standalone.console.WorkStep;
import org.tonmeister.standalone.sound.SourceFile;

/**
 * Shows the passes of a mixdown over its track as steps: the first one listens, the second one aims where there is a
 * loudness target, the next renders, and any more correct.
 *
 * @param aimed whether there is a loudness target
 */
record RenderProgress(TrackView view, boolean aimed) implements SourceFile.Listener {
    /** The file is read for its figures. */
    private static final Step LISTENING = new WorkStep(0, "listening", 0.25);
    /** It is rendered for its loudness only, where there is a target. */
    private static final Step AIMING = new WorkStep(1, "aiming", 0.25);
    /** It is rendered into the file. */
    private static final Step RENDERING = new WorkStep(2, "rendering", 0.35);
    /** It is rendered again, where loudness or ceiling were missed. */
    private static final Step CORRECTING = new WorkStep(3, "correcting", 0.10);
    /** It is measured once more for the picture. */
    static final Step DRAWING = new WorkStep(4, "drawing", 0.05);

    static final List<Step> STEPS = List.of(LISTENING, AIMING, RENDERING, CORRECTING, DRAWING);

    @Override
    public void at(int pass, double fraction) {
        int skipped = aimed || pass == 1 ? 0 : 1;
        view.at(STEPS.get(Math.min(pass - 1 + skipped, CORRECTING.ordinal())), fraction);
        if (skipped > 0) {
            // Without a target there is nothing to aim at: that share is done, and is not spoken of.
            view.at(AIMING, 1);
        }
    }
}
