package org.tonmeister.predict.network;

/** How a head's file names the encoder that it was trained on. */
final class EncoderNames {
    private EncoderNames() {}

    static String of(String name, String version) {
        return name + "+" + version;
    }
}
