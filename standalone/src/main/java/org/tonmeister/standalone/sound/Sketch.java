package org.tonmeister.standalone.sound;

import java.util.Optional;

/**
 * What only a picture needs of a track.
 *
 * @param spectrogram only where one will be drawn
 */
public record Sketch(Waveform waveform, Optional<Spectrogram> spectrogram) {
    static Sketch blank(double sampleRate, boolean withSpectrogram) {
        return new Sketch(
                new Waveform(sampleRate),
                withSpectrogram ? Optional.of(new Spectrogram(sampleRate)) : Optional.empty());
    }

    void add(float[][] block, int frames) {
        waveform.add(block, frames);
        spectrogram.ifPresent(drawn -> drawn.add(block, frames));
    }

    void finish() {
        spectrogram.ifPresent(Spectrogram::finish);
    }
}
