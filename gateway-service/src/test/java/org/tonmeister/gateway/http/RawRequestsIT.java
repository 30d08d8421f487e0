package org.tonmeister.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;

/** Requests as no decent client sends them, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestsIT {
    private RunningGateway gateway;

    @BeforeAll
    void start(@TempDir Path temp) throws Exception {
        gateway = RunningGateway.startAlone(temp, Optional.empty());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    /** {@code |} is a line break; all are of requests that two servers may read otherwise. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
        two hosts                ~ GET / HTTP/1.1|Host: localhost|Host: evil.example||             ~ one Host header
        no host                  ~ GET / HTTP/1.1||                                                ~ one Host header
        another host in the line ~ GET http://evil.example/ HTTP/1.1|Host: localhost||             ~ this is no proxy
        coding beside chunked    ~ PUT /v1/tracks/a HTTP/1.1|Host: localhost|Transfer-Encoding: gzip, chunked||0|| ~ transfer coding
        length and coding        ~ PUT /v1/tracks/a HTTP/1.1|Host: localhost|Content-Length: 5|Transfer-Encoding: chunked||0||~ no HTTP request that can be read
        two lengths              ~ PUT /v1/tracks/a HTTP/1.1|Host: localhost|Content-Length: 1|Content-Length: 2||ab ~ no HTTP request that can be read
        signed length            ~ PUT /v1/tracks/a HTTP/1.1|Host: localhost|Content-Length: +1||a ~ no HTTP request that can be read
        blank before the colon   ~ GET / HTTP/1.1|Host : localhost||                               ~ no HTTP request that can be read
        no chunk size            ~ PUT /v1/tracks/a HTTP/1.1|Host: localhost|Transfer-Encoding: chunked||zz|abc|0|| ~ not well chunked
        too short a chunk size   ~ PUT /v1/tracks/a HTTP/1.1|Host: localhost|Transfer-Encoding: chunked||3|abcdef|0|| ~ not well chunked
        broken query             ~ GET /v1/tracks?q=%zz HTTP/1.1|Host: localhost||                 ~ query is not well encoded
        broken path              ~ GET /v1/tracks/%FF HTTP/1.1|Host: localhost||                   ~ path is not well encoded
        a path of dots           ~ PUT /v1/tracks/%2e%2e HTTP/1.1|Host: localhost|Content-Length: 1||a ~ may be '.' or '..'
        """)
    void isRefusedWithItsReason(String name, String request, String reason) throws Exception {
        String answer = exchange(request);

        assertThat(answer).as(name).startsWith("HTTP/1.1 400 Bad Request\r\n");
        assertThat(answer).contains(reason);
        assertIsProblem(answer);
    }

    @Test
    void aLineThatIsTooLong_is414_andHeadersThatAre_431() throws Exception {
        String line = exchange("GET /" + "a".repeat(20_000) + " HTTP/1.1|Host: localhost||");
        String header = exchange("GET / HTTP/1.1|Host: localhost|X: " + "a".repeat(20_000) + "||");

        assertThat(line).startsWith("HTTP/1.0 414 URI Too Long\r\n");
        assertIsProblem(line);
        assertThat(header).startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n");
        assertIsProblem(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "get", "FOO", "TRACE", "DELETE"})
    void anyOtherMethod_is405_withThoseThatThereAre(String method) throws Exception {
        String answer = exchange(method + " /v1/pipeline HTTP/1.1|Host: localhost||");

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("\r\nAllow: GET, HEAD\r\n");
        assertIsProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/openapi.json", "/v1/dead-letters"})
    void head_isGetWithoutTheBody(String path) throws Exception {
        var get = gateway.get(path);
        String head = exchange("HEAD " + path + " HTTP/1.1|Host: localhost||");

        assertThat(get.body()).isNotEmpty();
        assertThat(head).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n").doesNotContain(get.body());
        assertThat(head)
                .contains("\r\nContent-Type: "
                        + get.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void http10_isAnswered_andClosed() throws Exception {
        assertThat(OpenConnection.exchange(gateway.port(), "GET /openapi.json HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.0 200 OK\r\n")
                .endsWith("}\n");
    }

    private static void assertIsProblem(String answer) {
        assertThat(answer).contains("\r\nContent-Type: application/problem+json\r\n", "\"instance\":\"urn:uuid:");
        assertThat(answer).contains("\r\nX-Content-Type-Options: nosniff\r\n");
    }

    private String exchange(String request) throws Exception {
        String text = request.replaceFirst("\\|", "|Connection: close|").replace("|", "\r\n");
        return OpenConnection.exchange(gateway.port(), text);
    }
}
