package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** A cover as a stream of one picture, which is how FFmpeg's muxers of FLAC and MP4 take it. */
final class PictureStream {
    private final AVFormatContext context;
    private final AVStream stream;
    private final Cover cover;

    /** To be made before the container's header is written. */
    PictureStream(AVFormatContext context, Cover cover) {
        this.context = context;
        this.cover = cover;
        stream = avformat_new_stream(context, null);
        stream.disposition(AV_DISPOSITION_ATTACHED_PIC);
        stream.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
        stream.codecpar().codec_id(cover.mediaType().equals(Cover.PNG) ? AV_CODEC_ID_PNG : AV_CODEC_ID_MJPEG);
        ImageKind.of(cover.bytes())
                .ifPresent(image -> stream.codecpar().width(image.width()).height(image.height()));
        try (NativeOptions metadata = new NativeOptions().set("comment", "Cover (front)")) {
            stream.metadata(metadata.release());
        }
    }

    /** To be called once the header is written; returns FFmpeg's error code or 0. */
    int write() {
        AVPacket packet = av_packet_alloc();
        try {
            int result = av_new_packet(packet, cover.bytes().length);
            if (result < 0) {
                return result;
            }
            packet.data().put(cover.bytes());
            packet.stream_index(stream.index());
            packet.flags(AV_PKT_FLAG_KEY);
            packet.pts(0).dts(0);
            return av_write_frame(context, packet);
        } finally {
            av_packet_free(packet);
        }
    }
}
