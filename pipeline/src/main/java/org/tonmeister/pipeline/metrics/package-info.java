/** Figures for Prometheus that more than one service has. */
package org.tonmeister.pipeline.metrics;
