package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** Writes packets into a container: no dates, no program names, fixed serial numbers. */
final class Muxer implements AutoCloseable {
    private final Path file;
    private final EncoderPlan plan;
    private final AVFormatContext context = new AVFormatContext(null);
    private AVStream audio;
    private TagPlacement placement;

    Muxer(Path file, EncoderPlan plan) throws IOException {
        this.file = file;
        this.plan = plan;
        check(avformat_alloc_output_context2(context, (AVOutputFormat) null, plan.muxer(), url()));
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    }

    boolean wantsGlobalHeader() {
        return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    /** Creates the file and writes its header. */
    void begin(AVCodecContext encoder, Map<String, String> tags, Optional<Cover> cover) throws IOException {
        placement = new TagPlacement(plan.muxer(), tags, cover);
        audio = avformat_new_stream(context, null);
        check(avcodec_parameters_from_context(audio.codecpar(), encoder));
        audio.time_base(encoder.time_base());
        Optional<PictureStream> picture = placement.pictureStream().map(content -> new PictureStream(context, content));
        try (NativeOptions metadata = NativeOptions.of(placement.metadata());
                NativeOptions options = NativeOptions.of(plan.muxerOptions())) {
            if (plan.muxer().equals("ipod")) {
                // Edit lists count in this scale: with the default of 1/1000 s they could not tell the last frame.
                options.set("movie_timescale", Integer.toString(encoder.sample_rate()));
            }
            context.metadata(metadata.release());
            AVIOContext io = new AVIOContext(null);
            check(avio_open2(io, url(), AVIO_FLAG_WRITE, null, (AVDictionary) null));
            context.pb(io);
            byte[] front = placement.front();
            try (BytePointer bytes = new BytePointer(front)) {
                avio_write(io, bytes, front.length);
            }
            check(avformat_write_header(context, options.dictionary()));
        }
        if (picture.isPresent()) {
            check(picture.get().write());
        }
    }

    /** Writes an audio packet whose times are in the encoder's time base. */
    void write(AVPacket packet, AVCodecContext encoder) throws IOException {
        packet.stream_index(audio.index());
        av_packet_rescale_ts(packet, encoder.time_base(), audio.time_base());
        check(av_write_frame(context, packet));
    }

    /**
     * Completes the header, closes the file and adds what FFmpeg's muxer has no place for.
     *
     * @param frames that went into the encoder
     */
    void finish(long frames) throws IOException {
        check(av_write_trailer(context));
        check(closeFile());
        placement.complete(file, audio.codecpar(), frames);
    }

    private int closeFile() {
        AVIOContext io = context.isNull() ? null : context.pb();
        if (io == null || io.isNull()) {
            return 0;
        }
        context.pb(null);
        return avio_closep(io);
    }

    private String url() {
        return "file:" + file.toAbsolutePath();
    }

    private void check(int result) throws IOException {
        if (result < 0) {
            throw new IOException("cannot write " + file + ": " + Ffmpeg.error(result));
        }
    }

    @Override
    public void close() {
        closeFile();
        avformat_free_context(context);
        context.setNull();
    }
}
