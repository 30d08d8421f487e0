package org.tonmeister.pipeline.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The kinds of client; each may have settings of its own under its name: {@code consumer.fetch.max.wait.ms}. */
enum ClientKind {
    CONSUMER,
    PRODUCER,
    ADMIN;

    /** The settings for this kind: those for all, then those under its name. */
    Map<String, Object> select(Map<String, String> all) {
        var selected = new HashMap<String, Object>();
        all.forEach((key, value) -> {
            if (withoutSection(key).equals(key)) {
                selected.put(key, value);
            }
        });
        all.forEach((key, value) -> {
            if (key.startsWith(section())) {
                selected.put(key.substring(section().length()), value);
            }
        });
        return selected;
    }

    static String withoutSection(String key) {
        for (ClientKind kind : values()) {
            if (key.startsWith(kind.section())) {
                return key.substring(kind.section().length());
            }
        }
        return key;
    }

    private String section() {
        return name().toLowerCase(Locale.ROOT) + ".";
    }
}
