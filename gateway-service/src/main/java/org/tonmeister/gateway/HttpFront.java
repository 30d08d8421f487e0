package org.tonmeister.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.gateway.http.Router;
import org.tonmeister.pipeline.settings.InvalidSettingException;

/** The HTTP server: one on each event loop, all on one port. */
final class HttpFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int MAX_LOOPS = 4;
    private static final int ANY_BUT_SHARED = -1;
    private static final int IDLE_SECONDS = 60;
    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_FIELD = 8 << 10;
    private static final int START_SECONDS = 30;
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Router router;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final int loops = Math.min(MAX_LOOPS, Runtime.getRuntime().availableProcessors());
    private Vertx vertx;
    private volatile int port;

    HttpFront(Router router) {
        this.router = router;
    }

    /** Binds and serves. */
    void start(String host, int wanted) {
        // Nothing is served from folders, so Vert.x needs no cache of files.
        var files = new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setFileSystemOptions(files));
        try {
            // Of any free port each server would get its own; of a negative one, all get the same.
            int shared = wanted == 0 ? ANY_BUT_SHARED : wanted;
            for (int i = 0; i < loops; i++) {
                await(vertx.deployVerticle(new Loop(host, shared)), START_SECONDS);
            }
            port = servers.get(0).actualPort();
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new InvalidSettingException(
                    GatewaySettings.HOST + ":" + GatewaySettings.PORT,
                    host + ":" + wanted,
                    "cannot be listened on: " + e.getMessage());
        }
    }

    /** The port; 0: not yet. */
    int port() {
        return port;
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /**
     * Listens no more, and closes the connections: those that are idle at once, the others when their answer is sent, and
     * what is left after {@code patience} in the midst.
     */
    void close(Duration patience) {
        if (vertx == null) {
            return;
        }
        var drained = new ArrayList<Future<Void>>();
        servers.forEach(server -> drained.add(server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS)));
        try {
            await(Future.join(drained), patience.plus(MARGIN).toSeconds());
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("error", e.toString()).log("Some answers were not finished");
        }
        try {
            await(vertx.close(), MARGIN.toSeconds());
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("error", e.toString()).log("The HTTP server did not close in time");
        }
    }

    private static void await(Future<?> future, long seconds) throws ExecutionException, TimeoutException {
        try {
            future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_LINE)
                .setMaxFormAttributeSize(MAX_FIELD)
                .setHttp2ClearTextEnabled(false);
    }

    /** One event loop's server. */
    private final class Loop extends AbstractVerticle {
        private final String host;
        private final int wanted;

        Loop(String host, int wanted) {
            this.host = host;
            this.wanted = wanted;
        }

        @Override
        public void start(Promise<Void> started) {
            HttpServer server =
                    vertx.createHttpServer(options()).requestHandler(router).invalidRequestHandler(router::invalid);
            server.listen(wanted, host).onSuccess(servers::add).<Void>mapEmpty().onComplete(started);
        }
    }
}
