package org.tonmeister.gateway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackStage;

/** What the stages have said of an upload. */
final class Stages {
    static final String ENSEMBLE = "ensemble";
    static final String MIX = "mix";
    /** In the order of work; others, of a later release, stand behind. */
    private static final List<String> ORDER = List.of("ingest", "features", "predict", ENSEMBLE, MIX);

    /** Of these many records tell of one upload: that one of them is done does not mend another that failed. */
    private static final Set<String> OF_MANY_RECORDS = Set.of("features", "predict");

    private Stages() {}

    /** The stages with what one of them says now. */
    static List<TrackStage> with(List<TrackStage> stages, TrackStage said) {
        boolean outOfOrder = find(stages, said.getStage())
                .filter(before -> isEnd(before.getState()) && OF_MANY_RECORDS.contains(said.getStage()))
                .isPresent();
        if (outOfOrder && !isEnd(said.getState())) {
            return stages;
        }
        var all = new ArrayList<>(stages);
        all.removeIf(stage -> stage.getStage().equals(said.getStage()));
        all.add(said);
        all.sort(Comparator.comparingInt(stage -> position(stage.getStage())));
        return List.copyOf(all);
    }

    /** The stages once there is an order: whatever failed before it has been done in the end. */
    static List<TrackStage> mended(List<TrackStage> stages, long at) {
        return stages.stream()
                .map(stage -> OF_MANY_RECORDS.contains(stage.getStage()) && isEnd(stage.getState())
                        ? new TrackStage(stage.getStage(), ProgressState.DONE, 1.0, null, at)
                        : stage)
                .toList();
    }

    /** The first stage that gave up. */
    static Optional<TrackStage> givenUp(List<TrackStage> stages) {
        return stages.stream().filter(stage -> isEnd(stage.getState())).findFirst();
    }

    static Optional<TrackStage> find(List<TrackStage> stages, String name) {
        return stages.stream().filter(stage -> stage.getStage().equals(name)).findFirst();
    }

    /** Whether nothing more comes of it. */
    static boolean isEnd(ProgressState state) {
        return state == ProgressState.REJECTED || state == ProgressState.FAILED;
    }

    private static int position(String stage) {
        int position = ORDER.indexOf(stage);
        return position < 0 ? ORDER.size() : position;
    }
}
