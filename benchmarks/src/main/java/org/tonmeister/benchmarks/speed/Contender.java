package org.tonmeister.benchmarks.speed;

import java.io.IOException;

/**
 * One that does jobs.
 *
 * @param name in the report
 * @param run does one job and gives the seconds of CPU
 */
record Contender(String name, Run run) {
    /** Does one job. */
    interface Run {
        double cpuSeconds(Job job) throws IOException;
    }
}
