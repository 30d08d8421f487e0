package org.tonmeister.benchmarks.speed;

import java.io.IOException;

/**
 * One that does the job, over and over.
 *
 * @param name in the report
 * @param run does it once and gives the seconds of CPU
 */
record Contender(String name, Run run) {
    /** Does the job once. */
    interface Run {
        double cpuSeconds() throws IOException;
    }
}
