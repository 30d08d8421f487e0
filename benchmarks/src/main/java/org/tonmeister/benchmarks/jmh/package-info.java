/**
 * JMH benchmarks of the chain and its parts. JMH makes subclasses of these classes, so they are public and not final.
 */
package org.tonmeister.benchmarks.jmh;
