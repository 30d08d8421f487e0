package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** An encoder that takes blocks of stereo floats and hands packets to a sink. Single-threaded, bit-exact. */
final class StreamEncoder implements AutoCloseable {
    private static final int BLOCK_WITHOUT_FRAME_SIZE = 4_096;

    /** Takes a packet in the encoder's time base; it is valid during the call only. */
    interface PacketSink {
        void accept(AVPacket packet) throws IOException;
    }

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final FramePacker packer;
    private final int blockFrames;
    private long position;

    /** @param globalHeader whether the container wants codec data up front */
    StreamEncoder(EncoderPlan plan, int sampleRate, boolean globalHeader) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(plan.encoder());
        context = avcodec_alloc_context3(codec);
        try (NativeOptions options = NativeOptions.of(plan.encoderOptions());
                AVRational timeBase = new AVRational()) {
            context.sample_fmt(plan.sampleFormat());
            context.sample_rate(sampleRate);
            context.time_base(timeBase.num(1).den(sampleRate));
            av_channel_layout_default(context.ch_layout(), 2);
            context.bit_rate(plan.bitRate());
            context.bits_per_raw_sample(plan.bitsPerSample());
            context.thread_count(1);
            context.flags(AV_CODEC_FLAG_BITEXACT | (globalHeader ? AV_CODEC_FLAG_GLOBAL_HEADER : 0));
            check(avcodec_open2(context, codec, options.dictionary()), plan, sampleRate);
            blockFrames = context.frame_size() > 0 ? context.frame_size() : BLOCK_WITHOUT_FRAME_SIZE;
            packer = new FramePacker(plan.sampleFormat(), blockFrames);
            frame.format(plan.sampleFormat());
            frame.sample_rate(sampleRate);
            frame.nb_samples(blockFrames);
            av_channel_layout_copy(frame.ch_layout(), context.ch_layout());
            check(av_frame_get_buffer(frame, 0), plan, sampleRate);
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static void check(int result, EncoderPlan plan, int sampleRate) throws IOException {
        if (result < 0) {
            throw new IOException(plan.encoder() + " cannot encode at " + sampleRate + " Hz: " + Ffmpeg.error(result));
        }
    }

    AVCodecContext context() {
        return context;
    }

    /** Frames in every block but the last. */
    int blockFrames() {
        return blockFrames;
    }

    /** How many frames were encoded so far. */
    long frames() {
        return position;
    }

    /** Encodes {@code block[2][≥ frames]}; only the last block may be shorter than {@link #blockFrames}. */
    void encode(float[][] block, int frames, PacketSink sink) throws IOException {
        check(av_frame_make_writable(frame));
        frame.nb_samples(frames);
        frame.pts(position);
        packer.pack(block, frames, position, frame);
        position += frames;
        check(avcodec_send_frame(context, frame));
        drain(sink);
    }

    /** Encodes what the encoder holds back. */
    void finish(PacketSink sink) throws IOException {
        check(avcodec_send_frame(context, null));
        drain(sink);
    }

    private void drain(PacketSink sink) throws IOException {
        while (true) {
            int result = avcodec_receive_packet(context, packet);
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
                return;
            }
            check(result);
            try {
                sink.accept(packet);
            } finally {
                av_packet_unref(packet);
            }
        }
    }

    private static void check(int result) throws IOException {
        if (result < 0) {
            throw new IOException("encoding failed: " + Ffmpeg.error(result));
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
