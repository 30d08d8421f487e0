package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Keeps account of what a file held against what it promised, and judges at the end.
 *
 * <p>Damage inside a file is tolerated up to {@value #MAX_DAMAGED_PERCENT} % of its frames, or two frames in a short
 * file; a missing end is not.
 */
final class Completeness {
    static final int MAX_DAMAGED_PERCENT = 2;
    private static final int ALWAYS_FORGIVEN = 2;
    private static final double AUDIBLE_SECONDS = 0.001;
    /** Where time stamps tell the length, they are as coarse as a codec's longest frame. */
    private static final double SPAN_TOLERANCE_SECONDS = 0.15;
    /** Containers whose own check finds a missing end: what is missing here was lost in the middle. */
    private static final Set<String> END_KNOWN = Set.of("ogg", "asf");

    /** Behind the last frame of these there may be tags of many kinds, which look like damage. */
    private static final Set<Integer> MPEG_AUDIO = Set.of(AV_CODEC_ID_MP3, AV_CODEC_ID_MP2, AV_CODEC_ID_MP1);

    private final OptionalDouble promisedSeconds;
    private final double secondsPerTick;
    private final boolean mpegAudio;
    private final boolean pcm;
    private final boolean flagsCutPackets;
    private final boolean endKnown;
    private final boolean flac;

    private long packets;
    private long frames;
    private long damaged;
    private long damagedSinceLastFrame;
    private long packetTicks;
    private double decodedSeconds;
    private boolean lastPacketCutShort;

    /** @param container as {@link SourceInspector#container} names it */
    Completeness(AVStream stream, String container, OptionalDouble promisedSeconds) {
        this.promisedSeconds = promisedSeconds;
        this.secondsPerTick =
                (double) stream.time_base().num() / stream.time_base().den();
        int codec = stream.codecpar().codec_id();
        this.flac = container.equals("flac");
        this.endKnown = END_KNOWN.contains(container);
        this.mpegAudio = MPEG_AUDIO.contains(codec);
        this.pcm = av_get_bits_per_sample(codec) > 0;
        // Elsewhere, as in a streamed WAV, the last packet is marked for being shorter than was asked for.
        this.flagsCutPackets = container.equals("aac") || container.equals("mp4");
    }

    void read(AVPacket packet) {
        packets++;
        packetTicks += packet.duration();
        if (mpegAudio) {
            int size = packet.size();
            int header = size < 4 ? 0 : Integer.reverseBytes(packet.data().getInt());
            lastPacketCutShort = size < MpegAudioHeader.frameBytes(header);
        } else if (flagsCutPackets) {
            lastPacketCutShort = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        }
    }

    void decoded(AVFrame frame) {
        decodedSeconds += (double) frame.nb_samples() / frame.sample_rate();
        damagedSinceLastFrame = 0;
        frames++;
    }

    void damaged() {
        damaged++;
        damagedSinceLastFrame++;
    }

    /**
     * To be called once everything is read.
     *
     * @param readError whether the container could not be read to its end
     * @param notes receives what was wrong but tolerated
     */
    void judge(boolean readError, List<String> notes) throws AudioFormatException {
        long inside = damaged - damagedSinceLastFrame;
        if (inside > ALWAYS_FORGIVEN && inside * 100 > packets * MAX_DAMAGED_PERCENT) {
            throw new AudioFormatException(inside + " of " + packets + " frames are damaged: upload it again");
        }
        boolean endDamaged = damagedSinceLastFrame > 0 && !mpegAudio && !pcm;
        double found = secondsFound(inside, endDamaged);
        double missing = promisedSeconds.orElse(found) - found;
        if (endKnown) {
            judgeSpan(missing, notes);
        } else if (missing > HeaderFacts.TOLERANCE_SECONDS) {
            boolean cutOnPurpose = flac && damagedSinceLastFrame == 0 && !readError;
            throw cutOnPurpose
                    ? AudioFormatException.cutBetweenFrames(promisedSeconds.getAsDouble(), found)
                    : AudioFormatException.cutShort(promisedSeconds.getAsDouble(), found);
        } else if (missing > AUDIBLE_SECONDS && inside == 0) {
            notes.add(String.format(Locale.ROOT, "the last %.0f ms are missing", missing * 1000));
        }
        boolean endOpen = promisedSeconds.isEmpty() && !endKnown && (endDamaged || readError);
        if (lastPacketCutShort || endOpen) {
            throw new AudioFormatException(String.format(
                    Locale.ROOT,
                    "the file ends in the middle of a frame, after %.1f s: it is cut short, upload it again",
                    found));
        }
        if (inside > 0) {
            notes.add(inside == 1 ? "1 damaged frame skipped" : inside + " damaged frames skipped");
        }
    }

    /** Packets count by their own duration, which trimming does not touch; a damaged frame counts as a usual one. */
    private double secondsFound(long damagedInside, boolean endDamaged) {
        double framesFound = frames == 0 ? 0 : decodedSeconds * (frames + damagedInside) / frames;
        return endDamaged ? framesFound : Math.max(packetTicks * secondsPerTick, framesFound);
    }

    private void judgeSpan(double missing, List<String> notes) throws AudioFormatException {
        if (missing <= SPAN_TOLERANCE_SECONDS) {
            return;
        }
        String loss = String.format(
                Locale.ROOT, "%.1f of %.1f s are lost where the file is damaged", missing, promisedSeconds.orElse(0));
        if (missing * 100 > promisedSeconds.orElse(0) * MAX_DAMAGED_PERCENT) {
            throw new AudioFormatException(loss + ": upload it again");
        }
        notes.add(loss);
    }
}
