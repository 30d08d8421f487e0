/** Settings of the services: from the environment, typed, checked at start, and turned into client properties. */
package org.tonmeister.pipeline.settings;
