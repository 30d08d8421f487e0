package org.tonmeister.gateway.problem;

import java.util.Map;

/**
 * An error as HTTP tells it (RFC 9457).
 *
 * @param status of the answer
 * @param title what the status means
 * @param detail one line for a person: what was wrong, and what to do
 * @param headers that go with it
 */
public record Problem(int status, String title, String detail, Map<String, String> headers) {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String RETRY_AFTER = "Retry-After";

    private static ProblemException of(int status, String title, String detail) {
        return of(status, title, detail, Map.of());
    }

    private static ProblemException of(int status, String title, String detail, Map<String, String> headers) {
        return new ProblemException(new Problem(status, title, detail, headers));
    }

    /** 400: the request cannot be read. */
    public static ProblemException badRequest(String detail) {
        return of(400, "Bad Request", detail);
    }

    /** 401: no token, or none that is known. */
    public static ProblemException unauthorized(String detail) {
        return of(401, "Unauthorized", detail, Map.of("WWW-Authenticate", "Bearer realm=\"tonmeister\""));
    }

    /** 403: not this client. */
    public static ProblemException forbidden(String detail) {
        return of(403, "Forbidden", detail);
    }

    /** 404: there is no such thing. */
    public static ProblemException notFound(String detail) {
        return of(404, "Not Found", detail);
    }

    /** 405: not this method. */
    public static ProblemException methodNotAllowed(String allowed) {
        return of(405, "Method Not Allowed", "Here there is only " + allowed, Map.of("Allow", allowed));
    }

    /** 409: something else comes first. */
    public static ProblemException conflict(String detail) {
        return of(409, "Conflict", detail);
    }

    /** 410: the log has forgotten it. */
    public static ProblemException gone(String detail) {
        return of(410, "Gone", detail);
    }

    /** 413: too many bytes. */
    public static ProblemException tooLarge(String detail) {
        return of(413, "Content Too Large", detail);
    }

    /** 412: the client means another state of the file. */
    public static ProblemException preconditionFailed(String detail) {
        return of(412, "Precondition Failed", detail);
    }

    /** 414: the first line is too long. */
    public static ProblemException uriTooLong(String detail) {
        return of(414, "URI Too Long", detail);
    }

    /** 431: the headers are too long. */
    public static ProblemException headersTooLarge(String detail) {
        return of(431, "Request Header Fields Too Large", detail);
    }

    /** 415: surely not what is needed. */
    public static ProblemException unsupportedMediaType(String detail) {
        return of(415, "Unsupported Media Type", detail);
    }

    /** 416: a range beyond the end. */
    public static ProblemException rangeNotSatisfiable(long bytes) {
        return of(
                416,
                "Range Not Satisfiable",
                "The file has " + bytes + " bytes, and none of the range asked for",
                Map.of("Content-Range", "bytes */" + bytes));
    }

    /** 422: an option that cannot be used. */
    public static ProblemException invalid(String detail) {
        return of(422, "Unprocessable Content", detail);
    }

    /** 429: too often. */
    public static ProblemException tooManyRequests(int retryAfterSeconds) {
        return of(
                429,
                "Too Many Requests",
                "This client asks too often; try again in " + retryAfterSeconds + " s",
                Map.of(RETRY_AFTER, Integer.toString(retryAfterSeconds)));
    }

    /** 503: not now. */
    public static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return of(503, "Service Unavailable", detail, Map.of(RETRY_AFTER, Integer.toString(retryAfterSeconds)));
    }
}
