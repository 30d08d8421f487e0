package org.tonmeister.operations.replay;

/** A replay that the services are at. Not thread-safe. */
public final class RunningReplay implements AutoCloseable {
    private final StageCascade stages;
    private final MixCounter mixes;

    RunningReplay(StageCascade stages, MixCounter mixes) {
        this.stages = stages;
        this.mixes = mixes;
    }

    /** How far it is. Takes some requests to the broker. */
    public ReplayProgress look() {
        var seen = stages.look();
        // In this order: what the last stage has committed is in the topic of the mixes.
        if (stages.isDone()) {
            mixes.finish();
        } else {
            mixes.catchUp();
        }
        return new ReplayProgress(seen, mixes.mixes(), mixes.uploads(), mixes.refused(), stages.isDone());
    }

    @Override
    public void close() {
        stages.close();
        mixes.close();
    }
}
