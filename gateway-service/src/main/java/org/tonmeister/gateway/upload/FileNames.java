package org.tonmeister.gateway.upload;

/** File names as clients send them. */
final class FileNames {
    private static final int MAX_LENGTH = 255;

    private FileNames() {}

    /** The last part of a path, without what cannot be printed; may be empty. */
    static String plain(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String printable = name.codePoints()
                .filter(character -> !Character.isISOControl(character) && Character.isDefined(character))
                .limit(MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.strip();
    }
}
