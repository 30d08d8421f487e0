package org.tonmeister.standalone.console;

/** What happens to a stage that works again. */
public enum ReplayStep implements Step {
    /** It reads its topic again. */
    READING("working again", 1.0),
    /** It has come to the end. */
    DONE("done", 0.0);

    private final String label;
    private final double share;

    ReplayStep(String label, double share) {
        this.label = label;
        this.share = share;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public double share() {
        return share;
    }
}
