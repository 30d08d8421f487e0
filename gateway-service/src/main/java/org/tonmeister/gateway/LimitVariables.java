package org.tonmeister.gateway;

import org.tonmeister.gateway.http.Limits;
import org.tonmeister.pipeline.settings.EnvironmentReader;

/** The variables of {@link Limits}. */
final class LimitVariables {
    private static final String UPLOAD_MIB = "TONMEISTER_HTTP_UPLOAD_MIB";
    private static final String UPLOADS = "TONMEISTER_HTTP_UPLOADS";
    private static final String DOWNLOADS = "TONMEISTER_HTTP_DOWNLOADS";
    private static final String STREAMS = "TONMEISTER_HTTP_EVENT_STREAMS";
    private static final String RATE = "TONMEISTER_HTTP_REQUESTS_PER_SECOND";
    private static final int MAX_MIB = 1 << 20;
    private static final int MAX_COUNT = 100_000;

    private LimitVariables() {}

    static Limits read(EnvironmentReader environment) {
        Limits usual = Limits.USUAL;
        return new Limits(
                (long) environment.integer(UPLOAD_MIB, (int) (usual.uploadBytes() >> 20), 1, MAX_MIB) << 20,
                environment.integer(UPLOADS, usual.uploads(), 1, MAX_COUNT),
                environment.integer(DOWNLOADS, usual.downloads(), 1, MAX_COUNT),
                environment.integer(STREAMS, usual.eventStreams(), 1, MAX_COUNT),
                environment.integer(RATE, usual.requestsPerSecond(), 1, MAX_COUNT));
    }
}
