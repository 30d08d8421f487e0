package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;

/** Puts together what is known of a source once its first frame is decoded. */
final class SourceInspector {
    private static final int NOMINAL_LOSSY_BITS = 16;
    /** Containers whose promise FFmpeg reads; the others' own checks know better, or they promise nothing. */
    private static final Set<String> PROMISING = Set.of("flac", "mp3", "mp4", "ogg", "asf");

    private SourceInspector() {}

    static String container(Demuxer demuxer) {
        String name = NativeText.of(demuxer.context().iformat().name());
        return name.startsWith("mov,") ? "mp4" : name.replaceFirst(",.*", "");
    }

    /** The length the container promises, in seconds; empty if it promises none. */
    static OptionalDouble promisedSeconds(Demuxer demuxer) {
        boolean estimated = demuxer.context().duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE;
        if (estimated || !PROMISING.contains(container(demuxer))) {
            return OptionalDouble.empty();
        }
        AVStream stream = demuxer.audio();
        return stream.duration() > 0
                ? OptionalDouble.of((double) stream.duration()
                        * stream.time_base().num()
                        / stream.time_base().den())
                : OptionalDouble.empty();
    }

    static SourceInfo info(
            Demuxer demuxer, AVFrame frame, int bitsPerRawSample, OptionalDouble promisedSeconds, List<String> notes) {
        AVCodecParameters parameters = demuxer.audio().codecpar();
        AVCodecDescriptor descriptor = avcodec_descriptor_get(parameters.codec_id());
        boolean lossy = (descriptor.props() & AV_CODEC_PROP_LOSSLESS) == 0;
        int channels = frame.ch_layout().nb_channels();
        int sampleRate = frame.sample_rate();
        int bits = lossy ? NOMINAL_LOSSY_BITS : bits(parameters.codec_id(), bitsPerRawSample, frame.format());
        return new SourceInfo(
                container(demuxer),
                NativeText.of(descriptor.name()),
                sampleRate,
                channels,
                describe(frame.ch_layout()),
                bits,
                encoding(lossy, channels, bits, frame.format()),
                lossy,
                promisedSeconds.isPresent()
                        ? OptionalLong.of(Math.round(promisedSeconds.getAsDouble() * sampleRate))
                        : OptionalLong.empty(),
                TagMap.read(demuxer.context().metadata(), demuxer.audio().metadata(), notes),
                CoverReader.read(demuxer.context(), notes));
    }

    /** FFmpeg's name of the layout; channels without one are taken for the usual layout of their number. */
    static String describe(AVChannelLayout layout) {
        byte[] text = new byte[256];
        try (AVChannelLayout usual = new AVChannelLayout()) {
            boolean unnamed = layout.order() == AV_CHANNEL_ORDER_UNSPEC;
            if (unnamed) {
                av_channel_layout_default(usual, layout.nb_channels());
            }
            av_channel_layout_describe(unnamed ? usual : layout, text, text.length);
        }
        return NativeText.of(text);
    }

    private static int bits(int codec, int bitsPerRawSample, int sampleFormat) {
        if (bitsPerRawSample > 0) {
            return bitsPerRawSample;
        }
        int coded = av_get_bits_per_sample(codec);
        return coded > 0 ? coded : 8 * av_get_bytes_per_sample(sampleFormat);
    }

    private static PcmEncoding encoding(boolean lossy, int channels, int bits, int sampleFormat) {
        int packed = av_get_packed_sample_fmt(sampleFormat);
        boolean integer = packed != AV_SAMPLE_FMT_FLT && packed != AV_SAMPLE_FMT_DBL;
        if (lossy || !integer || channels > 2 || bits > 24) {
            return PcmEncoding.F32;
        }
        return bits <= 16 ? PcmEncoding.S16 : PcmEncoding.S24;
    }
}
