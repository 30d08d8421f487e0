package org.tonmeister.mix;

import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.schemas.record.MixOptions;

/** The file format that the options of a mix ask for. */
final class Formats {
    private Formats() {}

    /** The format; FLAC where none is asked for. */
    static OutputFormat of(MixOptions options) {
        return options.getFormat() == null
                ? OutputFormat.FLAC
                : OutputFormat.valueOf(options.getFormat().name());
    }
}
