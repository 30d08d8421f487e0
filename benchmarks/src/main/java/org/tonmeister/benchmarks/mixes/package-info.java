/** Mixes with parameters drawn at random, judged by FFmpeg's meters and a search for clicks. */
package org.tonmeister.benchmarks.mixes;
