/** How a service runs: its components, its probes and metrics, its start and its end. */
package org.tonmeister.pipeline.management;
