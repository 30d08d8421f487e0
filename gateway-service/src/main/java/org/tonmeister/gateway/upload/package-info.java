/** Uploads, streamed to the log as they come. */
package org.tonmeister.gateway.upload;
