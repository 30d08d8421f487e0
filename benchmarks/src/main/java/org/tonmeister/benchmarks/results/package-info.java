/** Where measured figures are written. */
package org.tonmeister.benchmarks.results;
