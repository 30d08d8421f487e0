/** How the pipeline is doing: its topics, the services' lag, and the records that nobody could work on. */
package org.tonmeister.gateway.pipeline;
