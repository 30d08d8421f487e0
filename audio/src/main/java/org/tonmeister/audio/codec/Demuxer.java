package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.PointerPointer;

/**
 * An open container and the audio stream chosen in it; hands out that stream's packets.
 *
 * <p>Only the demuxers, decoders and the one protocol named here can be reached, so a playlist, a manifest or a
 * reference inside an upload never opens another file or address.
 */
final class Demuxer implements AutoCloseable {
    private static final String CONTAINERS = "wav,w64,aiff,flac,mp3,aac,mov,ogg,matroska,caf,asf";
    /**
     * FFmpeg's FLAC parser gives up for good when its buffer is full to the last byte and holds few frames, as it does
     * with frames of more than some 160 kB (5.1 at 192 kHz) read in portions of a power of two. In portions of a prime
     * the buffer never is full to the last byte.
     */
    private static final String FLAC_PORTION_BYTES = "4093";

    private static final String CODECS = "aac,aac_latm,alac,flac,vorbis,opus,mp3float,mp3,mp2float,mp2,mp1float,mp1,"
            + "ac3,eac3,dca,truehd,mlp,wmav1,wmav2,wmapro,wmalossless,wmavoice,wavpack,tta,"
            + "pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_s64le,pcm_s64be,"
            + "pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,pcm_f16le,pcm_f24le,pcm_u16le,pcm_u16be,pcm_u24le,pcm_u24be,"
            + "pcm_u32le,pcm_u32be,pcm_alaw,pcm_mulaw,pcm_s16le_planar,pcm_s16be_planar,pcm_s24le_planar,"
            + "pcm_s32le_planar,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt";

    private final AVFormatContext context;
    private final AVPacket packet;
    private AVStream audio;
    private AVCodec decoder;
    private int result;

    private Demuxer(AVFormatContext context) {
        this.context = context;
        this.packet = av_packet_alloc();
    }

    /**
     * Opens the container and chooses its best audio stream.
     *
     * @throws AudioFormatException if it is none of the containers read here, or holds no audio that can be decoded
     */
    static Demuxer open(Path file) throws AudioFormatException, IOException {
        Ffmpeg.load();
        AVFormatContext context = new AVFormatContext(null);
        try (NativeOptions options = NativeOptions.of(Map.of(
                "format_whitelist",
                CONTAINERS,
                "protocol_whitelist",
                "file",
                "codec_whitelist",
                CODECS,
                "raw_packet_size",
                FLAC_PORTION_BYTES))) {
            // The prefix keeps names such as "concat:…" file names.
            String url = "file:" + file.toAbsolutePath();
            AVDictionary dictionary = options.dictionary();
            int opened = avformat_open_input(context, url, null, dictionary);
            if (opened == AVERROR_EACCES() || opened == AVERROR_ENOENT()) {
                throw new IOException(file + ": " + Ffmpeg.error(opened));
            }
            if (opened < 0) {
                throw new AudioFormatException("this is not an audio file Tonmeister can read");
            }
        }
        Demuxer demuxer = new Demuxer(context);
        try {
            demuxer.chooseStream();
            return demuxer;
        } catch (AudioFormatException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    private void chooseStream() throws AudioFormatException {
        avformat_find_stream_info(context, (PointerPointer<?>) null);
        try (PointerPointer<AVCodec> found = new PointerPointer<>(1)) {
            int index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, found, 0);
            if (index == AVERROR_STREAM_NOT_FOUND) {
                throw new AudioFormatException("the file holds no audio");
            }
            if (index < 0) {
                throw new AudioFormatException("the audio in this file has a codec Tonmeister does not decode");
            }
            audio = context.streams(index);
            decoder = new AVCodec(found.get());
        }
        String name = NativeText.of(decoder.name());
        if (!Arrays.asList(CODECS.split(",")).contains(name)) {
            throw new AudioFormatException("the audio in this file has a codec Tonmeister does not decode: " + name);
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != audio.index()) {
                context.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
    }

    AVFormatContext context() {
        return context;
    }

    AVStream audio() {
        return audio;
    }

    AVCodec decoder() {
        return decoder;
    }

    int audioStreams() {
        int count = 0;
        for (int i = 0; i < context.nb_streams(); i++) {
            if (context.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
                count++;
            }
        }
        return count;
    }

    /** The next packet of the audio stream, valid until the next call; null at the end. */
    AVPacket next() {
        do {
            av_packet_unref(packet);
            result = av_read_frame(context, packet);
            if (result < 0) {
                return null;
            }
            // Some Ogg files end with an empty packet, which a decoder takes for the end or for an error.
        } while (packet.stream_index() != audio.index() || packet.size() == 0);
        return packet;
    }

    /** Whether reading ended for another reason than the end of the file. */
    boolean failed() {
        return result < 0 && result != AVERROR_EOF;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(context);
    }
}
