package org.tonmeister.gateway;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.tonmeister.gateway.access.Scope.ADMIN;
import static org.tonmeister.gateway.access.Scope.READ;
import static org.tonmeister.gateway.access.Scope.UPLOAD;

import java.util.List;
import org.tonmeister.gateway.download.DownloadEndpoints;
import org.tonmeister.gateway.events.EventStreams;
import org.tonmeister.gateway.http.Route;
import org.tonmeister.gateway.operations.OperationsEndpoints;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.site.SiteEndpoints;
import org.tonmeister.gateway.track.TrackEndpoints;
import org.tonmeister.gateway.upload.UploadEndpoints;

/** Who answers what: openapi.json in code. */
record GatewayRoutes(
        UploadEndpoints uploads,
        TrackEndpoints tracks,
        DownloadEndpoints files,
        EventStreams events,
        OperationsEndpoints operations,
        SiteEndpoints site) {
    private static final String TRACKS = "/v1/tracks";
    private static final String TRACK = TRACKS + "/{trackId}";

    List<Route> all() {
        return List.of(
                Route.of(POST, TRACKS, UPLOAD, uploads::post),
                Route.of(GET, TRACKS, READ, tracks::list),
                Route.of(PUT, TRACK, UPLOAD, uploads::put),
                Route.of(GET, TRACK, READ, tracks::get),
                Route.of(DELETE, TRACK, ADMIN, tracks::delete),
                Route.of(GET, TRACK + "/parameters", READ, tracks::parameters),
                Route.of(GET, TRACK + "/original", READ, files::original),
                Route.of(POST, TRACK + "/mixes", UPLOAD, tracks::remix),
                Route.of(GET, TRACK + "/mixes/{mixId}/audio", READ, files::mix),
                Route.of(GET, TRACK + "/events", READ, events::ofTrack),
                Route.of(GET, "/v1/events", READ, events::all),
                Route.of(GET, "/v1/pipeline", READ, operations::pipeline),
                Route.of(GET, "/v1/dead-letters", READ, operations::list),
                Route.of(POST, "/v1/dead-letters/{deadLetterId}/redrive", ADMIN, operations::redrive),
                Route.open("/openapi.json", site::openApi),
                Route.open("/docs", site::docs),
                Route.open("/docs/**", site::docs),
                Route.open("/v1/**", exchange -> {
                    throw Problem.notFound("There is nothing at this path; /openapi.json says what there is");
                }),
                Route.open("/**", site::console));
    }
}
