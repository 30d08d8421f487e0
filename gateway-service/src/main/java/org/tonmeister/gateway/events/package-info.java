/** Changes as they come. */
package org.tonmeister.gateway.events;
