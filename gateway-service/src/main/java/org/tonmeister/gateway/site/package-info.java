/** Pages for browsers. */
package org.tonmeister.gateway.site;
