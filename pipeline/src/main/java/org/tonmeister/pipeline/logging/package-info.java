/** How service processes write their log: needs Logback, which the services bring. */
package org.tonmeister.pipeline.logging;
