package org.tonmeister.audio.mixdown;

import java.io.IOException;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.dsp.Parameters;

/** Opens the file that a take is written to. A mixdown may ask for it more than once: each take begins the file anew. */
@FunctionalInterface
public interface WriterFactory {
    /**
     * @param parameters those of the take, for the file's tags
     */
    AudioWriter open(Parameters parameters) throws IOException;
}
