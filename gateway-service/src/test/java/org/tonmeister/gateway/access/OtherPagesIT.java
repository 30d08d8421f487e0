package org.tonmeister.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.gateway.GatewaySettings;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;

/** What other people's web pages can do through a browser on this machine, where there are no tokens: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherPagesIT {
    private static final String FRIEND = "https://friend.example";
    private static final String STRANGER = "https://evil.example";
    private static final String API = "/v1/dead-letters";

    private RunningGateway closed;
    private RunningGateway open;

    @BeforeAll
    void start(@TempDir Path temp) throws Exception {
        closed = RunningGateway.startAlone(temp.resolve("closed"), Optional.empty());
        open = RunningGateway.startAlone(
                temp.resolve("open"),
                new GatewaySettings("127.0.0.1", 0, Optional.empty(), List.of(FRIEND), Limits.USUAL));
    }

    @AfterAll
    void stop() {
        open.close();
        closed.close();
    }

    @ParameterizedTest
    @CsvSource({"evil.example, 403", "127.0.0.1.evil.example, 403", "0.0.0.0, 403", "localhost, 200", "[::1], 200"})
    void aNameThatIsNotThisMachines_isRefused(String host, int status) throws Exception {
        String answer = OpenConnection.exchange(
                closed.port(), "GET " + API + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, 403",
        "null, 403",
        "http://127.0.0.1, 403",
        "http://localhost.evil.example, 403",
        "own, 200"
    })
    void aPageOfAnotherOrigin_isRefused(String origin, int status) {
        String sent = origin.equals("own") ? "http://127.0.0.1:" + closed.port() : origin;

        assertThat(closed.get(API, "Origin", sent).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
    void whatTheBrowserSaysOfTheSite_counts(String site, int status) {
        assertThat(closed.get(API, "Sec-Fetch-Site", site).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi.json", API, "/v1/nothing"})
    void withoutOriginsInTheSettings_noAnswerSpeaksOfAny(String path) {
        var answer = closed.get(path, "Origin", FRIEND);
        var preflight = closed.send("OPTIONS", path, "Origin", FRIEND, "Access-Control-Request-Method", "GET");

        assertThat(accessHeaders(answer)).isEmpty();
        assertThat(accessHeaders(preflight)).isEmpty();
        assertThat(preflight.statusCode()).isEqualTo(405);
    }

    @Test
    void aNamedOrigin_mayAskBefore_andThenUseTheApi() {
        var preflight = open.send("OPTIONS", API, "Origin", FRIEND, "Access-Control-Request-Method", "PUT");
        var answer = open.get(API, "Origin", FRIEND, "Sec-Fetch-Site", "cross-site");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(FRIEND);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, HEAD, POST, PUT, DELETE");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(names -> assertThat(names)
                        .contains("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", "Range"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(FRIEND);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(names -> assertThat(names).contains("Location", "Retry-After"));
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        assertThat(answer.headers().allValues("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void aNamedOrigin_canReadWhyItWasRefused() {
        var answer = open.get("/v1/nothing", "Origin", FRIEND);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(FRIEND);
    }

    @Test
    void anotherOriginThanTheNamed_getsNothing_andCachesAreTold() {
        var preflight = open.send("OPTIONS", API, "Origin", STRANGER, "Access-Control-Request-Method", "PUT");
        var answer = open.get(API, "Origin", STRANGER);

        assertThat(accessHeaders(preflight)).isEmpty();
        assertThat(preflight.statusCode()).isEqualTo(405);
        assertThat(accessHeaders(answer)).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/openapi.json", API, "/v1/nothing"})
    void everyAnswer_tellsBrowsersWhatNotToDo(String path) {
        var headers = closed.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    }

    private static List<String> accessHeaders(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"))
                .toList();
    }
}
