package org.tonmeister.gateway.download;

import java.nio.charset.StandardCharsets;

/** The header of that name (RFC 6266): whether to show or save a file, and under which name. */
final class ContentDisposition {
    /** What RFC 8187 leaves as it is, beside letters and digits. */
    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** @param fileName any text; old clients get a name of plain letters */
    static String of(boolean download, String fileName) {
        String kind = download ? "attachment" : "inline";
        if (fileName.isBlank()) {
            return kind;
        }
        String plain = plain(fileName);
        String header = kind + "; filename=\"" + plain + "\"";
        return plain.equals(fileName) ? header : header + "; filename*=UTF-8''" + extended(fileName);
    }

    private static String plain(String fileName) {
        var plain = new StringBuilder();
        fileName.codePoints().forEach(character -> {
            boolean fits = character >= ' ' && character < 0x7f && "\"\\/%".indexOf(character) < 0;
            plain.append(fits ? (char) character : '_');
        });
        return plain.toString();
    }

    private static String extended(String fileName) {
        var encoded = new StringBuilder();
        for (byte value : fileName.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (value & 0xff);
            boolean letter = character < 0x80 && Character.isLetterOrDigit(character);
            if (letter || ATTRIBUTE_CHARACTERS.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", value & 0xff));
            }
        }
        return encoded.toString();
    }
}
