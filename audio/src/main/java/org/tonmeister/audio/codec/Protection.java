package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.SizeTPointer;

/** Refuses encrypted files, which would otherwise decode to noise. */
final class Protection {
    /** MP4 sample entries of encrypted audio: common encryption, FairPlay, Audible. */
    private static final Set<Integer> TAGS = Set.of(fourCc("enca"), fourCc("drms"), fourCc("aavd"));

    private Protection() {}

    static void check(Demuxer demuxer) throws AudioFormatException {
        AVCodecParameters parameters = demuxer.audio().codecpar();
        boolean keyed = av_packet_side_data_get(
                        parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_ENCRYPTION_INIT_INFO)
                != null;
        boolean windowsMedia = av_dict_get(demuxer.context().metadata(), "ASF_Protection_Type", null, 0) != null;
        if (keyed || windowsMedia || TAGS.contains(parameters.codec_tag())) {
            throw refusal();
        }
    }

    /** Encryption that shows on the packets only. */
    static void check(AVPacket packet) throws AudioFormatException {
        if (av_packet_get_side_data(packet, AV_PKT_DATA_ENCRYPTION_INFO, (SizeTPointer) null) != null) {
            throw refusal();
        }
    }

    private static AudioFormatException refusal() {
        return new AudioFormatException("the file is protected (DRM): upload one without copy protection");
    }

    /** As FFmpeg keeps it: the first character in the lowest byte. */
    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
