package org.tonmeister.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record header whose value is text.
 *
 * @param key the header's name
 * @param text its value
 */
public record TextHeader(String key, String text) implements Header {
    @Override
    public byte[] value() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text of the last header {@code key}, if there is one and it has a value. */
    public static Optional<String> read(Headers headers, String key) {
        return Optional.ofNullable(headers.lastHeader(key))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
