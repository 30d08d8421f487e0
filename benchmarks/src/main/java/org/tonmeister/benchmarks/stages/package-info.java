/** What each stage of the chain does, in figures: the tables of docs/chain.md and its picture. */
package org.tonmeister.benchmarks.stages;
