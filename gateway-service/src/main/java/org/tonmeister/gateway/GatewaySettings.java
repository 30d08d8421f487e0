package org.tonmeister.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tonmeister.gateway.access.InvalidTokensException;
import org.tonmeister.gateway.access.Tokens;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;

/**
 * What the gateway needs to know beside what every service does.
 *
 * @param host to listen on; without tokens a loopback address
 * @param port to listen on; 0: any free one
 * @param tokens who may do what; empty: everybody on this machine everything
 * @param origins web pages of other origins that may use the API from a browser; usually none
 * @param limits how much of what
 * @param drain how long requests that are under way at the end may go on
 * @param publishedOnLoopback whoever starts it vouches that the port can be reached from this machine only, as that of a
 *     container which is published on 127.0.0.1
 */
public record GatewaySettings(
        String host,
        int port,
        Optional<Tokens> tokens,
        List<String> origins,
        Limits limits,
        Duration drain,
        boolean publishedOnLoopback) {
    /** The address to listen on. */
    public static final String HOST = "TONMEISTER_HTTP_HOST";
    /** The port to listen on. */
    public static final String PORT = "TONMEISTER_HTTP_PORT";
    /** The file of access tokens. */
    public static final String TOKENS = "TONMEISTER_TOKENS";
    /** That the port can be reached from this machine only, whatever address is listened on. */
    public static final String PUBLISHED_ON_LOOPBACK = "TONMEISTER_HTTP_PUBLISHED_ON_LOOPBACK";
    /** Where the gateway listens unless told otherwise. */
    public static final int USUAL_PORT = 8080;

    /** Leaves half of the 25 s that a service has for its whole end. */
    private static final int USUAL_DRAIN_SECONDS = 12;

    private static final String DRAIN = "TONMEISTER_HTTP_DRAIN_SECONDS";
    private static final int MAX_DRAIN_SECONDS = 15;
    private static final String ORIGINS = "TONMEISTER_HTTP_ORIGINS";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_PORT = 65_535;

    /**
     * Checks.
     *
     * @throws InvalidSettingException if others could reach a gateway that asks for no tokens
     */
    public GatewaySettings {
        origins = List.copyOf(origins);
        if (tokens.isEmpty() && !publishedOnLoopback && !isLoopback(host)) {
            throw new InvalidSettingException(
                    HOST,
                    host,
                    "without access tokens the gateway listens on a loopback address only, such as 127.0.0.1; to let"
                            + " others in, name a file of tokens with " + TOKENS);
        }
    }

    /**
     * Of a port that can be reached from wherever {@code host} can.
     *
     * @throws InvalidSettingException if others could reach a gateway that asks for no tokens
     */
    public GatewaySettings(String host, int port, Optional<Tokens> tokens, List<String> origins, Limits limits) {
        this(host, port, tokens, origins, limits, Duration.ofSeconds(USUAL_DRAIN_SECONDS), false);
    }

    /**
     * For this machine only, without tokens, whatever the environment says.
     *
     * @param port to listen on; 0: any free one
     */
    public static GatewaySettings onThisMachine(int port) {
        return new GatewaySettings(LOOPBACK, port, Optional.empty(), List.of(), Limits.USUAL);
    }

    /** The settings in the environment. */
    static GatewaySettings read(EnvironmentReader environment) {
        Optional<Tokens> tokens = tokens(environment);
        return new GatewaySettings(
                environment.text(HOST, LOOPBACK),
                environment.integer(PORT, USUAL_PORT, 0, MAX_PORT),
                tokens,
                environment.list(ORIGINS, List.of()),
                LimitVariables.read(environment),
                Duration.ofSeconds(environment.integer(DRAIN, USUAL_DRAIN_SECONDS, 0, MAX_DRAIN_SECONDS)),
                environment.flag(PUBLISHED_ON_LOOPBACK, false));
    }

    private static Optional<Tokens> tokens(EnvironmentReader environment) {
        if (environment.text(TOKENS).isEmpty()) {
            return Optional.empty();
        }
        var file = environment.path(TOKENS, null);
        try {
            return Optional.of(Tokens.read(file));
        } catch (IOException e) {
            throw new InvalidSettingException(TOKENS, file.toString(), "must be a file that can be read");
        } catch (InvalidTokensException e) {
            throw new InvalidSettingException(TOKENS, file.toString(), e.getMessage());
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InvalidSettingException(HOST, host, "must be an address or name of this machine");
        }
    }
}
