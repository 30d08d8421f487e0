package org.tonmeister.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.client.TrackLog;
import org.tonmeister.gateway.access.AccessControl;
import org.tonmeister.gateway.access.RateLimiter;
import org.tonmeister.gateway.access.SamePage;
import org.tonmeister.gateway.download.DownloadEndpoints;
import org.tonmeister.gateway.download.PartReaders;
import org.tonmeister.gateway.download.UploadRecords;
import org.tonmeister.gateway.events.EventStreams;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.http.Permits;
import org.tonmeister.gateway.http.RequestMetrics;
import org.tonmeister.gateway.http.Router;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.operations.OperationsEndpoints;
import org.tonmeister.gateway.site.SiteEndpoints;
import org.tonmeister.gateway.track.TrackEndpoints;
import org.tonmeister.gateway.track.TrackLookup;
import org.tonmeister.gateway.upload.UploadEndpoints;
import org.tonmeister.gateway.upload.UploadParts;
import org.tonmeister.gateway.view.GatewayView;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;

/**
 * The gateway: a view of the topics, and an HTTP server in front of it. Its end: not ready, new requests refused, those
 * under way finished within a bound, then everything closed.
 */
public final class GatewayComponent implements ManagedComponent {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayComponent.class);
    private static final int WORKERS = 8;
    private static final int WORK_WAITING = 1024;
    private static final Duration WORKERS_PATIENCE = Duration.ofSeconds(3);

    private final GatewaySettings gateway;
    private final GatewayView view;
    private final TrackLog log;
    private final Workers workers;
    private final PartReaders readers;
    private final UploadRecords originals;
    private final EventStreams events;
    private final PipelineGauges gauges;
    private final Router router;
    private final HttpFront front;
    private volatile boolean closing;
    private boolean closed;

    /**
     * @param pipeline how to reach Kafka
     * @param gateway how to be reached
     * @param meters where the metrics go
     * @param tracing makes the spans of what it publishes
     * @throws IOException if there is no place for temporary files
     */
    public GatewayComponent(PipelineSettings pipeline, GatewaySettings gateway, MeterRegistry meters, Tracing tracing)
            throws IOException {
        this.gateway = gateway;
        Limits limits = gateway.limits();
        view = new GatewayView(pipeline, meters);
        log = new TrackLog(ImpatientSettings.of(pipeline), tracing);
        workers = new Workers("gateway-work", WORKERS, WORK_WAITING);
        readers = new PartReaders(pipeline, limits.downloads());
        originals = new UploadRecords(pipeline);
        gauges = new PipelineGauges(meters, view.monitor());
        var metrics = new RequestMetrics(meters);
        var uploads = new Permits(limits.uploads(), "uploads");
        var downloads = new Permits(limits.downloads(), "downloads");
        var streams = new Permits(limits.eventStreams(), "event streams");
        metrics.watch(uploads, "uploads");
        metrics.watch(downloads, "downloads");
        metrics.watch(streams, "event.streams");
        events = new EventStreams(view.tracks(), streams);
        var routes = new GatewayRoutes(
                new UploadEndpoints(new UploadParts(log, view.tracks(), workers, uploads, limits)),
                new TrackEndpoints(view.tracks(), log, workers),
                new DownloadEndpoints(new TrackLookup(view.tracks()), readers, originals, downloads),
                events,
                new OperationsEndpoints(view.monitor(), view.deadLetters(), workers),
                new SiteEndpoints(workers));
        router = new Router(
                routes.all(),
                new AccessControl(gateway.tokens(), new SamePage(gateway.host(), gateway.origins())),
                new RateLimiter(limits.requestsPerSecond()),
                metrics,
                gateway.origins());
        front = new HttpFront(router);
    }

    /** @throws org.tonmeister.pipeline.settings.InvalidSettingException if the address cannot be listened on */
    @Override
    public void start() {
        front.start(gateway.host(), gateway.port());
        view.start();
        gauges.start();
        LOG.atInfo()
                .addKeyValue("host", gateway.host())
                .addKeyValue("port", front.port())
                .log(
                        gateway.tokens().isPresent()
                                ? "Gateway listens, for those who have a token"
                                : "Gateway listens without access tokens, for this machine only");
    }

    /** Where it listens. */
    public int port() {
        return front.port();
    }

    @Override
    public boolean ready() {
        return !closing && front.port() != 0 && view.ready();
    }

    @Override
    public boolean alive() {
        return view.alive();
    }

    @Override
    public synchronized void close() {
        closing = true;
        if (closed) {
            return;
        }
        closed = true;
        drain();
        workers.close(WORKERS_PATIENCE);
        readers.close();
        originals.close();
        log.close();
        gauges.close();
        view.close();
    }

    /** Who has begun may finish; who comes now is sent away, so that no connection is refused while any is served. */
    private void drain() {
        long deadline = System.nanoTime() + gateway.drain().toNanos();
        router.refuse();
        events.close();
        int left = router.await(gateway.drain());
        if (left > 0) {
            LOG.atWarn().addKeyValue("requests", left).log("Requests that were under way are broken off");
        }
        // Their last bytes may still be on the way.
        long rest = left > 0 ? 0 : Math.max(0, deadline - System.nanoTime());
        front.close(Duration.ofNanos(rest));
    }
}
