/** How the pipeline is doing: its topics, and the services' lag. */
package org.tonmeister.operations.status;
