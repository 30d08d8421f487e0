/** The chain's speed beside FFmpeg's: {@code bench speed}. */
package org.tonmeister.benchmarks.speed;
