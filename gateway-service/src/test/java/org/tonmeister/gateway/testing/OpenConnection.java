package org.tonmeister.gateway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that stops in the midst: sends a part of a request, or does not read the answer. */
public final class OpenConnection implements AutoCloseable {
    private final Socket socket = new Socket();

    /** Connects and sends these lines, an empty one, and the text behind it. */
    public OpenConnection(int port, String body, String... head) throws IOException {
        // Small, so that an answer that is not read holds the gateway up soon.
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String lines = String.join("\r\n", head) + "\r\nHost: 127.0.0.1:" + port + "\r\n\r\n" + body;
        socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Sends more. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
