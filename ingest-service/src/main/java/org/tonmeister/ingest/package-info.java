/**
 * From {@code uploads} to {@code audio}: takes a file, decodes it, and publishes it window by window. {@link
 * org.tonmeister.ingest.UploadHandler} is the stage.
 */
package org.tonmeister.ingest;
