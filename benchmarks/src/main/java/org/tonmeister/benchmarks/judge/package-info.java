/** Figures of files by FFmpeg's filters, which share no code with ours. */
package org.tonmeister.benchmarks.judge;
