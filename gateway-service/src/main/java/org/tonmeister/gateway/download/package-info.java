/** Files: whole, in parts, straight from the log. */
package org.tonmeister.gateway.download;
