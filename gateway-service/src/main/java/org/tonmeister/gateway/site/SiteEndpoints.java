package org.tonmeister.gateway.site;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.problem.Problem;

/** The console, the API's description, and the page that renders it: all from here, nothing from elsewhere. */
public final class SiteEndpoints {
    private static final String FOLDER = "org/tonmeister/gateway";
    private static final String INDEX = "index.html";
    private static final String DOCS = "docs/";

    private final Assets console = new Assets(FOLDER + "/console");
    private final Assets docs = new Assets(FOLDER + "/docs");
    private final Assets swaggerUi = new Assets(SwaggerUi.folder());
    private final Assets description = new Assets(FOLDER);
    private final Workers workers;

    /** @param workers to read the files */
    public SiteEndpoints(Workers workers) {
        this.workers = workers;
    }

    /** {@code GET /openapi.json}. */
    public Future<?> openApi(Exchange exchange) {
        return answer(exchange, List.of(description), "openapi.json");
    }

    /** {@code GET /docs} and what lies below. */
    public Future<?> docs(Exchange exchange) {
        String path = exchange.request().path().substring(1);
        return path.startsWith(DOCS) && path.length() > DOCS.length()
                ? answer(exchange, List.of(docs, swaggerUi), path.substring(DOCS.length()))
                : answer(exchange, List.of(docs), INDEX);
    }

    /** {@code GET /} and every other path. */
    public Future<?> console(Exchange exchange) {
        String path = exchange.request().path().substring(1);
        return answer(exchange, List.of(console), path.isEmpty() ? INDEX : path);
    }

    private Future<Void> answer(Exchange exchange, List<Assets> places, String path) {
        return workers.call(() -> {
                    for (Assets place : places) {
                        Optional<Asset> asset = place.find(path);
                        if (asset.isPresent()) {
                            return asset.get();
                        }
                    }
                    throw Problem.notFound("There is nothing at this path; /openapi.json says what there is");
                })
                .compose(asset -> answer(exchange, asset));
    }

    private static Future<Void> answer(Exchange exchange, Asset asset) {
        // Asked for again each time, and answered with 304: a new release shows at once.
        exchange.response().putHeader("ETag", asset.tag().quoted()).putHeader("Cache-Control", "no-cache");
        if (exchange.list("If-None-Match").filter(asset.tag()::isAmong).isPresent()) {
            return exchange.response().setStatusCode(304).end();
        }
        return exchange.response().putHeader("Content-Type", asset.mediaType()).end(asset.bytes());
    }
}
