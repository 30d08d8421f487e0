package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * Has the padding at the end of AAC in MP4 trimmed. AAC comes in whole frames of 1,024 samples; how many of the last are
 * meant is told by the last packet's duration and the edit list (ISO/IEC 14496-12, 8.6.1 and 8.6.6). FFmpeg heeds both
 * for lengths, but decodes the frame in full.
 */
final class EndPadding {
    private final AVStream stream;
    private final boolean known;
    private final long end;
    private long usualDuration;

    EndPadding(AVStream stream) {
        this.stream = stream;
        int codec = stream.codecpar().codec_id();
        boolean countsFrames = stream.time_base().num() == 1
                && stream.time_base().den() == stream.codecpar().sample_rate();
        known = codec == AV_CODEC_ID_AAC
                && countsFrames
                && stream.duration() > 0
                && stream.start_time() != AV_NOPTS_VALUE;
        end = known ? stream.start_time() + stream.duration() : 0;
    }

    /** Tells the decoder to drop what lies behind the end, if this is the last packet. */
    void mark(AVPacket packet) {
        if (!known || packet.pts() == AV_NOPTS_VALUE) {
            return;
        }
        usualDuration = Math.max(usualDuration, packet.duration());
        long padding = packet.pts() + usualDuration - end;
        if (padding > 0 && padding < usualDuration && isLast(packet)) {
            discard(packet, padding);
        }
    }

    /** By the container's index: a header that promises too little must not cut a hole. */
    private boolean isLast(AVPacket packet) {
        int last = avformat_index_get_entries_count(stream) - 1;
        while (last >= 0
                && (avformat_index_get_entry(stream, last).flags() & AVIndexEntry.AVINDEX_DISCARD_FRAME) != 0) {
            last--;
        }
        return last >= 0 && avformat_index_get_entry(stream, last).timestamp() == packet.dts();
    }

    private static void discard(AVPacket packet, long frames) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer trim = av_packet_get_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, size);
            if (trim == null || trim.isNull()) {
                // Two 32-bit numbers, little-endian: frames to skip at the start and at the end; then two reasons.
                trim = av_packet_new_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, 10);
                trim.put(new byte[10]);
            }
            for (int i = 0; i < 4; i++) {
                trim.put(4 + i, (byte) (frames >> (8 * i)));
            }
        }
    }
}
