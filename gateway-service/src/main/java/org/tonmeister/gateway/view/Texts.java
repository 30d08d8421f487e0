package org.tonmeister.gateway.view;

/** Texts of others, as long as a state may hold them. */
final class Texts {
    static final int MAX_LENGTH = 300;

    private Texts() {}

    /** The beginning of a text that is too long; null stays null. */
    static String shortened(String text) {
        if (text == null || text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end);
    }
}
