/** The benchmarks' command line; each sub-package is one subcommand. */
package org.tonmeister.benchmarks;
