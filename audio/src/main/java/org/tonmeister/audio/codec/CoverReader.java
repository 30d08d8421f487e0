package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;

import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Takes the first attached picture that a cover can hold. */
final class CoverReader {
    private CoverReader() {}

    static Optional<Cover> read(AVFormatContext container, List<String> notes) {
        for (int i = 0; i < container.nb_streams(); i++) {
            AVStream stream = container.streams(i);
            if ((stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0) {
                continue;
            }
            AVPacket picture = stream.attached_pic();
            int size = picture.size();
            if (size > Cover.MAX_BYTES) {
                notes.add("a cover picture of more than " + (Cover.MAX_BYTES >> 20) + " MiB was dropped");
                continue;
            }
            byte[] bytes = new byte[Math.max(0, size)];
            if (size > 0) {
                picture.data().get(bytes);
            }
            Optional<ImageKind> kind = ImageKind.of(bytes);
            if (kind.isPresent()) {
                return Optional.of(new Cover(kind.get().mediaType(), bytes));
            }
            notes.add("a cover picture that is neither JPEG nor PNG was dropped");
        }
        return Optional.empty();
    }
}
