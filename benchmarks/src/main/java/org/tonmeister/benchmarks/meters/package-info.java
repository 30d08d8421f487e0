/** Our meters beside FFmpeg's, on real music. */
package org.tonmeister.benchmarks.meters;
