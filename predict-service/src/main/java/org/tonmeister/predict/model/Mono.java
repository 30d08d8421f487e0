package org.tonmeister.predict.model;

import org.tonmeister.schemas.record.WindowStatistics;

/** Whether a window is mono: then no gain widens what is not there. */
public final class Mono {
    /** Side below mid; further below is what coders and converters leave of a mono track. */
    public static final double SIDE_TO_MID_DB = -40;

    private Mono() {}

    /** Whether figures are those of a mono window. */
    public static boolean is(WindowStatistics statistics) {
        return statistics.getSideDbfs() - statistics.getMidDbfs() <= SIDE_TO_MID_DB;
    }
}
