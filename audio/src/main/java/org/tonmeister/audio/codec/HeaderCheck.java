package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads the headers that FFmpeg takes too lightly: it plays a WAV file whose header contradicts itself, and a cut-off
 * file up to the cut. Here both are refused, with the reason.
 */
final class HeaderCheck {
    private HeaderCheck() {}

    static HeaderFacts check(Path file) throws IOException, AudioFormatException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileBytes bytes = new FileBytes(channel);
            if (bytes.size() == 0) {
                throw new AudioFormatException("the file is empty");
            }
            return switch (bytes.fourCc(0)) {
                case "RIFF", "RF64", "BW64" -> bytes.fourCc(8).equals("WAVE") ? WavCheck.riff(bytes) : HeaderFacts.NONE;
                case "riff" -> WavCheck.wave64(bytes);
                case "FORM" -> AiffCheck.check(bytes);
                case "OggS" -> OggCheck.check(bytes);
                case "caff" -> CafCheck.check(bytes);
                default -> byNumberOrType(bytes);
            };
        }
    }

    private static HeaderFacts byNumberOrType(FileBytes bytes) throws IOException, AudioFormatException {
        int number = (int) bytes.u32Be(0);
        if (number == EbmlCheck.EBML) {
            return EbmlCheck.check(bytes);
        }
        if (number == AsfCheck.HEADER_OBJECT) {
            return AsfCheck.check(bytes);
        }
        return Mp4Check.isMp4(bytes) ? Mp4Check.check(bytes) : HeaderFacts.NONE;
    }
}
