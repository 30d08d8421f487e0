package org.tonmeister.pipeline.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.tonmeister.pipeline.settings.ManagementAddress;

/**
 * Serves {@code GET /live}, {@code /ready} and {@code /metrics} on a port of its own. The first two answer 200 or 503;
 * the broker's absence shows in {@code /ready} only, because a restart would not bring it back.
 */
public final class ManagementServer implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;

    private ManagementServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Binds and serves.
     *
     * @throws IOException if the address cannot be bound; the message names it
     */
    public static ManagementServer start(
            ManagementAddress address, ManagedComponent component, PrometheusMeterRegistry meters) throws IOException {
        HttpServer server = bind(address);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, ManagementServer::daemon);
        server.setExecutor(threads);
        server.createContext(
                "/", exchange -> answer(exchange, NOT_FOUND, TEXT, "There are /live, /ready and /metrics\n"));
        server.createContext("/live", exchange -> probe(exchange, "/live", component::alive));
        server.createContext("/ready", exchange -> probe(exchange, "/ready", component::ready));
        server.createContext("/metrics", exchange -> get(exchange, "/metrics", PROMETHEUS_TEXT, meters.scrape(), OK));
        server.start();
        return new ManagementServer(server, threads);
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(ManagementAddress address) throws IOException {
        var socket = new InetSocketAddress(address.host(), address.port());
        if (socket.isUnresolved()) {
            throw new IOException("Cannot listen on " + address.host() + ": no such host");
        }
        try {
            return HttpServer.create(socket, 0);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot listen on " + address.host() + ":" + address.port() + ": " + e.getMessage(), e);
        }
    }

    private static void probe(HttpExchange exchange, String path, BooleanSupplier good) throws IOException {
        boolean yes = good.getAsBoolean();
        get(exchange, path, TEXT, yes ? "yes\n" : "no\n", yes ? OK : SERVICE_UNAVAILABLE);
    }

    /** The server's contexts are prefixes; only the path itself is meant. */
    private static void get(HttpExchange exchange, String path, String type, String body, int status)
            throws IOException {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            answer(exchange, NOT_FOUND, TEXT, "Not found\n");
        } else if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            answer(exchange, METHOD_NOT_ALLOWED, TEXT, "Only GET\n");
        } else {
            answer(exchange, status, type, body);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "management");
        thread.setDaemon(true);
        return thread;
    }
}
