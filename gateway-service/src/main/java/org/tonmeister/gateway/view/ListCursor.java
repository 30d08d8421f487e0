package org.tonmeister.gateway.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in the list of tracks, as text that means nothing to others. */
record ListCursor(long createdAt, String trackId) {
    static ListCursor of(TrackIndex.Entry entry) {
        return new ListCursor(entry.createdAt(), entry.trackId());
    }

    /** @throws IllegalArgumentException if it is none of ours */
    static ListCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return new ListCursor(Long.parseLong(plain.substring(0, Math.max(colon, 0))), plain.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + Texts.shortened(text) + "' is not a cursor of this list", e);
        }
    }

    @Override
    public String toString() {
        byte[] plain = (createdAt + ":" + trackId).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
