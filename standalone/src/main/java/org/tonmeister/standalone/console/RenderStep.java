package org.tonmeister.standalone.console;

/** What happens to a file that is rendered by hand. */
public enum RenderStep implements Step {
    /** Read for its figures. */
    LISTENING("listening", 0.25),
    /** Rendered for its loudness only, where there is a target. */
    AIMING("aiming", 0.25),
    /** Rendered into the file. */
    RENDERING("rendering", 0.35),
    /** Rendered again, where loudness or ceiling were missed. */
    CORRECTING("correcting", 0.10),
    /** Measured once more for the picture. */
    DRAWING("drawing", 0.05);

    private final String label;
    private final double share;

    RenderStep(String label, double share) {
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
