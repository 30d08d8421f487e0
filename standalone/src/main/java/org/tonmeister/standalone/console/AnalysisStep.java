package org.tonmeister.standalone.console;

/** What happens to a file that is analysed. */
public enum AnalysisStep implements Step {
    /** Read and measured. */
    MEASURING("measuring", 0.95),
    /** Its picture is drawn. */
    DRAWING("drawing", 0.05);

    private final String label;
    private final double share;

    AnalysisStep(String label, double share) {
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
