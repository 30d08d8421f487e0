package org.tonmeister.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that stops in the midst: sends a part of a request, or does not read the answer. */
public final class OpenConnection implements AutoCloseable {
    private final Socket socket = new Socket();

    /** Connects and sends these lines, an empty one, and the text behind it. */
    public OpenConnection(int port, String body, String... head) throws IOException {
        this(port, String.join("\r\n", head) + "\r\nHost: 127.0.0.1:" + port + "\r\n\r\n" + body);
    }

    private OpenConnection(int port, String text) throws IOException {
        // Small, so that an answer that is not read holds the gateway up soon.
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        send(text);
    }

    /** Connects, sends this and nothing else, and gives all that comes until the gateway closes. */
    public static String exchange(int port, String text) throws IOException {
        try (var connection = new OpenConnection(port, text)) {
            return new String(connection.rest(), StandardCharsets.UTF_8);
        }
    }

    /** Sends more. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Goes away as a machine does that is switched off: with a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits for the first line of the answer, and reads no more. */
    public String firstLine() throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\r';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** All that is still to come of the answer, to the connection's end; a reset ends it, too. */
    public byte[] rest() throws IOException {
        var rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (SocketException e) {
            // What came before it counts.
        }
        return rest.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
