package org.tonmeister.pipeline.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/**
 * One JSON object a line: timestamp (UTC), level, logger, thread, message, the event's key-values, what the
 * MDC holds, exception (with its trace). Logback's own encoder puts key-values into a list of objects, which log stores cannot search
 * by name.
 */
public final class JsonLineEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};
    private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

    /** For Logback, which makes it by name. */
    public JsonLineEncoder() {}

    @Override
    public void start() {
        traces.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var json = new JsonText();
        json.add("timestamp", event.getInstant().toString());
        json.add("level", event.getLevel().toString());
        json.add("logger", event.getLoggerName());
        json.add("thread", event.getThreadName());
        json.add("message", String.valueOf(event.getFormattedMessage()));
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> json.add(pair.key, String.valueOf(pair.value)));
        }
        event.getMDCPropertyMap().forEach((key, value) -> {
            // The line's own word stands before that of its surroundings.
            if (!json.has(key)) {
                json.add(key, String.valueOf(value));
            }
        });
        if (event.getThrowableProxy() != null) {
            json.add("exception", traces.convert(event).stripTrailing());
        }
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
