package org.tonmeister.operations.replay;

import java.util.List;

/**
 * How far a replay is.
 *
 * @param stages those that work again, in their order
 * @param mixes made again so far
 * @param uploads that have a new mix so far
 * @param refused tracks of which no mix came, since the last look
 * @param done whether all that was to be read again has gone through all stages
 */
public record ReplayProgress(
        List<StageProgress> stages, long mixes, long uploads, List<Refusal> refused, boolean done) {
    /** Copies. */
    public ReplayProgress {
        stages = List.copyOf(stages);
        refused = List.copyOf(refused);
    }

    /**
     * One stage.
     *
     * @param service such as {@code features}, {@code predict-ast}
     * @param members its group has
     * @param left offsets before it; 0 when it is done
     * @param fraction of what is to be read again, 0–1
     * @param done whether it has read all there is for it
     */
    public record StageProgress(String service, int members, long left, double fraction, boolean done) {}

    /**
     * A stage gave up a track.
     *
     * @param reason for a person
     */
    public record Refusal(String trackId, String uploadId, String stage, String reason) {}
}
