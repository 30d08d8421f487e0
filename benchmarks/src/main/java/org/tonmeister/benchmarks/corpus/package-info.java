/** The music that is measured on. */
package org.tonmeister.benchmarks.corpus;
