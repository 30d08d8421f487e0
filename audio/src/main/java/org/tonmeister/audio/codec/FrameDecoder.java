package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/** Decodes a demuxer's packets, one frame at a time, skipping those that are damaged. Encoder delay is trimmed. */
final class FrameDecoder implements AutoCloseable {
    /** A decoder that fails this often in a row gets no further. */
    private static final int MAX_FAILURES = 500;

    private final Demuxer demuxer;
    private final Completeness completeness;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final EndPadding endPadding;
    private boolean started;
    private boolean draining;

    /** @throws AudioFormatException if the decoder refuses the stream's parameters */
    FrameDecoder(Demuxer demuxer, Completeness completeness) throws AudioFormatException {
        this.demuxer = demuxer;
        this.completeness = completeness;
        context = avcodec_alloc_context3(demuxer.decoder());
        frame = av_frame_alloc();
        endPadding = new EndPadding(demuxer.audio());
        int result = avcodec_parameters_to_context(context, demuxer.audio().codecpar());
        context.pkt_timebase(demuxer.audio().time_base());
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_BITEXACT);
        if (context.codec_id() == AV_CODEC_ID_FLAC) {
            // Without this a damaged frame comes out as a burst of noise.
            context.err_recognition(AV_EF_CRCCHECK | AV_EF_EXPLODE);
        }
        if (result >= 0) {
            result = avcodec_open2(context, demuxer.decoder(), (PointerPointer<?>) null);
        }
        if (result < 0) {
            close();
            throw new AudioFormatException("the audio in this file cannot be decoded (" + Ffmpeg.error(result) + ")");
        }
    }

    AVCodecContext context() {
        return context;
    }

    /** The next frame, valid until the next call; null at the end. */
    AVFrame next() throws AudioFormatException {
        for (int failures = 0; failures < MAX_FAILURES; ) {
            int result = avcodec_receive_frame(context, frame);
            if (result >= 0) {
                completeness.decoded(frame);
                return frame;
            }
            if (result == AVERROR_EOF) {
                return null;
            }
            if (result == AVERROR_EAGAIN()) {
                result = feed();
            }
            if (result < 0) {
                completeness.damaged();
                failures++;
            }
        }
        throw new AudioFormatException("the audio in this file cannot be decoded: it is damaged or not audio at all");
    }

    private int feed() throws AudioFormatException {
        AVPacket packet = draining ? null : demuxer.next();
        if (packet == null) {
            draining = true;
        } else {
            if (!started) {
                Protection.check(packet);
                started = true;
            }
            completeness.read(packet);
            endPadding.mark(packet);
        }
        return avcodec_send_packet(context, packet);
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
