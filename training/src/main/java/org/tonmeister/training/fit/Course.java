package org.tonmeister.training.fit;

/** How a training goes: its epochs so far, which was the best, and whether another is worth it. */
final class Course {
    private final FitLog log;
    private double bestFigure;

    /**
     * From the start, or from where another run stood.
     *
     * @param log its epochs
     * @param bestFigure the least validation figure among them; infinite if there are none
     */
    Course(FitLog log, double bestFigure) {
        this.log = log;
        this.bestFigure = bestFigure;
    }

    FitLog log() {
        return log;
    }

    double bestFigure() {
        return bestFigure;
    }

    int epochs() {
        return log.epochs().size();
    }

    /** Whether there are epochs left, and the best is not too long ago. */
    boolean goesOn() {
        return epochs() < log.plan().epochs()
                && epochs() - bestEpoch() <= log.plan().patience();
    }

    /** @return whether this epoch was better than all before */
    boolean add(double loss, TrackErrors errors) {
        boolean better = errors.figure() < bestFigure;
        if (better) {
            bestFigure = errors.figure();
        }
        log.add(new FitLog.Epoch(epochs() + 1, loss, errors, better));
        return better;
    }

    /** The validation errors of the best epoch; null before the first. */
    TrackErrors best() {
        int best = bestEpoch();
        return best == 0 ? null : log.epochs().get(best - 1).validation();
    }

    private int bestEpoch() {
        return log.epochs().stream()
                .filter(FitLog.Epoch::kept)
                .mapToInt(FitLog.Epoch::epoch)
                .max()
                .orElse(0);
    }
}
