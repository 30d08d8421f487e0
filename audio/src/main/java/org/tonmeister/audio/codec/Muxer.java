package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Writes packets into a container: no dates, no program names, fixed serial numbers. */
final class Muxer implements AutoCloseable {
    private final Path file;
    private final EncoderPlan plan;
    private final AVFormatContext context = new AVFormatContext(null);
    private AVStream audio;
    private AVStream picture;

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
        audio = avformat_new_stream(context, null);
        check(avcodec_parameters_from_context(audio.codecpar(), encoder));
        audio.time_base(encoder.time_base());
        // Sorted, so that the order of the caller's map does not show in the bytes.
        SortedMap<String, String> sorted = new TreeMap<>(tags);
        if (cover.isPresent() && plan.holdsPictureStream()) {
            addPictureStream(cover.get());
        } else if (cover.isPresent() && plan.holdsPictureComment()) {
            sorted.put(FlacPicture.TAG, FlacPicture.base64(cover.get()));
        }
        try (NativeOptions metadata = NativeOptions.of(sorted);
                NativeOptions options = NativeOptions.of(plan.muxerOptions())) {
            context.metadata(metadata.release());
            AVIOContext io = new AVIOContext(null);
            check(avio_open2(io, url(), AVIO_FLAG_WRITE, null, (AVDictionary) null));
            context.pb(io);
            check(avformat_write_header(context, options.dictionary()));
        }
        if (picture != null) {
            writePicture(cover.get());
        }
    }

    private void addPictureStream(Cover cover) {
        picture = avformat_new_stream(context, null);
        picture.disposition(AV_DISPOSITION_ATTACHED_PIC);
        picture.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
        picture.codecpar().codec_id(cover.mediaType().equals(Cover.PNG) ? AV_CODEC_ID_PNG : AV_CODEC_ID_MJPEG);
        ImageKind.of(cover.bytes())
                .ifPresent(image -> picture.codecpar().width(image.width()).height(image.height()));
        try (NativeOptions metadata = new NativeOptions().set("comment", "Cover (front)")) {
            picture.metadata(metadata.release());
        }
    }

    private void writePicture(Cover cover) throws IOException {
        AVPacket packet = av_packet_alloc();
        try {
            check(av_new_packet(packet, cover.bytes().length));
            packet.data().put(cover.bytes());
            packet.stream_index(picture.index());
            packet.flags(AV_PKT_FLAG_KEY);
            packet.pts(0).dts(0);
            check(av_write_frame(context, packet));
        } finally {
            av_packet_free(packet);
        }
    }

    /** Writes an audio packet whose times are in the encoder's time base. */
    void write(AVPacket packet, AVCodecContext encoder) throws IOException {
        packet.stream_index(audio.index());
        av_packet_rescale_ts(packet, encoder.time_base(), audio.time_base());
        check(av_write_frame(context, packet));
    }

    /** Completes the header and closes the file. */
    void finish() throws IOException {
        check(av_write_trailer(context));
        check(closeFile());
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
