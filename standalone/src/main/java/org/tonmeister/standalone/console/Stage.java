package org.tonmeister.standalone.console;

import java.util.Arrays;
import java.util.Optional;

/** What happens to a track that is mixed. */
public enum Stage implements Step {
    /** The file goes to Kafka. */
    UPLOAD("", "uploading", 0.05),
    /** The file is decoded. */
    INGEST("ingest", "decoding", 0.25),
    /** The sound is analysed. */
    FEATURES("features", "listening", 0.20),
    /** The models set the parameters. */
    DECISION("ensemble", "deciding", 0.10),
    /** The mix is rendered and encoded. */
    MIX("mix", "mixing", 0.35),
    /** The mix is fetched. */
    FETCH("", "fetching", 0.05);

    private final String progressName;
    private final String label;
    private final double share;

    Stage(String progressName, String label, double share) {
        this.progressName = progressName;
        this.label = label;
        this.share = share;
    }

    /** The stage that a progress record means; empty for those the user is not told of. */
    public static Optional<Stage> ofProgress(String name) {
        return Arrays.stream(values())
                .filter(stage -> !name.isEmpty() && stage.progressName.equals(name))
                .findFirst();
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
