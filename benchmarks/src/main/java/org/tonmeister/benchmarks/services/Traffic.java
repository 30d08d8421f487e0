package org.tonmeister.benchmarks.services;

/**
 * What went through a topic.
 *
 * @param in bytes that producers wrote, as the broker counts them: batches as they come over the network
 * @param out bytes that consumers read
 */
record Traffic(long in, long out) {
    static final Traffic NONE = new Traffic(0, 0);

    Traffic minus(Traffic earlier) {
        return new Traffic(in - earlier.in, out - earlier.out);
    }
}
