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
import org.bytedeco.javacpp.BytePointer;

/** Writes packets into a container: no dates, no program names, fixed serial numbers. */
final class Muxer implements AutoCloseable {
    private final Path file;
    private final EncoderPlan plan;
    private final AVFormatContext context = new AVFormatContext(null);
    private AVStream audio;
    private AVStream picture;
    private SortedMap<String, String> tags;
    private Optional<Cover> cover;

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
        // Sorted, so that the order of the caller's map does not show in the bytes.
        this.tags = new TreeMap<>(tags);
        this.cover = cover;
        audio = avformat_new_stream(context, null);
        check(avcodec_parameters_from_context(audio.codecpar(), encoder));
        audio.time_base(encoder.time_base());
        SortedMap<String, String> written = new TreeMap<>(tags);
        if (cover.isPresent() && plan.holdsPictureStream()) {
            addPictureStream(cover.get());
        } else if (cover.isPresent() && plan.holdsPictureComment()) {
            written.put(FlacPicture.TAG, FlacPicture.base64(cover.get()));
        }
        try (NativeOptions metadata = NativeOptions.of(written);
                NativeOptions options = NativeOptions.of(plan.muxerOptions())) {
            if (plan.muxer().equals("ipod")) {
                // Edit lists count in this scale: with the default of 1/1000 s they could not tell the last frame.
                options.set("movie_timescale", Integer.toString(encoder.sample_rate()));
            }
            context.metadata(metadata.release());
            AVIOContext io = new AVIOContext(null);
            check(avio_open2(io, url(), AVIO_FLAG_WRITE, null, (AVDictionary) null));
            context.pb(io);
            if (plan.muxer().equals("mp3")) {
                // In front of all the rest. FFmpeg's own would hide comments in a frame that players do not look for.
                writeBytes(io, Id3Tag.of(this.tags, cover));
            }
            check(avformat_write_header(context, options.dictionary()));
        }
        if (picture != null) {
            writePicture(cover.get());
        }
    }

    private static void writeBytes(AVIOContext io, byte[] bytes) {
        try (BytePointer pointer = new BytePointer(bytes)) {
            avio_write(io, pointer, bytes.length);
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

    /**
     * Completes the header, closes the file and adds what FFmpeg's muxer has no place for.
     *
     * @param frames that went into the encoder
     */
    void finish(long frames) throws IOException {
        check(av_write_trailer(context));
        check(closeFile());
        switch (plan.muxer()) {
            case "ipod" -> {
                SortedMap<String, String> items = Mp4Tags.withoutOwnAtom(tags);
                items.put(Mp4Tags.GAPLESS, Mp4Tags.gapless(audio.codecpar(), frames));
                Mp4Tags.append(file, items);
            }
            case "wav" -> WavTags.append(file, tags, cover);
            default -> {
                // The others take every tag.
            }
        }
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
