package org.tonmeister.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The two ports of an embedded broker.
 *
 * @param broker for clients
 * @param controller for the broker itself
 */
record Ports(int broker, int controller) {
    /** Free ones, of which the client port is {@code wanted} unless that is 0. They may be taken a moment later. */
    static Ports free(int wanted) {
        try (var first = new ServerSocket(0, 1, loopback());
                var second = new ServerSocket(0, 1, loopback())) {
            return new Ports(wanted == 0 ? first.getLocalPort() : wanted, second.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + BrokerProperties.HOST + ": " + e.getMessage(), e);
        }
    }

    /** Whether somebody listens on one of them. */
    boolean areTaken() {
        return isTaken(broker) || isTaken(controller);
    }

    /** Whether somebody listens on the port already. */
    static boolean isTaken(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(loopback(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** 127.0.0.1; {@link InetAddress#getLoopbackAddress} could be that of IPv6. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
