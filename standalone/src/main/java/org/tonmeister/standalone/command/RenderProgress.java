package org.tonmeister.standalone.command;

import java.util.List;
import org.tonmeister.standalone.console.ProgressDisplay.TrackView;
import org.tonmeister.standalone.console.RenderStep;
import org.tonmeister.standalone.sound.SourceFile;

/**
 * Shows the passes of a mixdown over its track as steps: the first one listens, the second one aims where there is a
 * loudness target, the next renders, and any more correct.
 *
 * @param aimed whether there is a loudness target
 */
record RenderProgress(TrackView view, boolean aimed) implements SourceFile.Listener {
    private static final List<RenderStep> STEPS =
            List.of(RenderStep.LISTENING, RenderStep.AIMING, RenderStep.RENDERING, RenderStep.CORRECTING);

    @Override
    public void at(int pass, double fraction) {
        int skipped = aimed || pass == 1 ? 0 : 1;
        view.at(STEPS.get(Math.min(pass - 1 + skipped, STEPS.size() - 1)), fraction);
        if (skipped > 0) {
            // Without a target there is nothing to aim at: that share is done, and is not spoken of.
            view.at(RenderStep.AIMING, 1);
        }
    }
}
