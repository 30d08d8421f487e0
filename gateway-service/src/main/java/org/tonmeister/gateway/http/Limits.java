package org.tonmeister.gateway.http;

/**
 * How much the gateway takes on. What goes beyond is refused, with the time after which to try again.
 *
 * @param uploadBytes of one request with uploads
 * @param uploads requests with uploads at once; each holds up to 2 MiB
 * @param downloads at once; each holds up to 1 MiB
 * @param eventStreams open at once
 * @param requestsPerSecond of one client: of a token, or of an address where there are no tokens; four times as many in
 *     a burst
 */
public record Limits(long uploadBytes, int uploads, int downloads, int eventStreams, int requestsPerSecond) {
    /** What holds where nothing else is set. */
    public static final Limits USUAL = new Limits(4L << 30, 32, 64, 256, 100);
}
