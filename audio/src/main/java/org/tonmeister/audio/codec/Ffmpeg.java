package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/**
 * FFmpeg's libraries in this process: loaded once, quiet, and the same on every machine.
 *
 * <p>FFmpeg picks vector code by the processor it finds, and float results differ in the last bits between AVX2 and
 * SSE. So that one upload gives the same bytes on every instance, the choice is pinned to what every 64-bit x86
 * (SSE4.2) or ARM (NEON) server has. Measured on a 249 s song this costs 0.1 s for AAC and Vorbis and nothing for MP3
 * and FLAC. The Opus encoder is a library of its own with its own choice, which cannot be pinned.
 */
final class Ffmpeg {
    private static final int X86_BASELINE = AV_CPU_FLAG_CMOV
            | AV_CPU_FLAG_MMX
            | AV_CPU_FLAG_MMXEXT
            | AV_CPU_FLAG_SSE
            | AV_CPU_FLAG_SSE2
            | AV_CPU_FLAG_SSE3
            | AV_CPU_FLAG_SSSE3
            | AV_CPU_FLAG_SSE4
            | AV_CPU_FLAG_SSE42;
    private static final int ARM_BASELINE = AV_CPU_FLAG_ARMV8 | AV_CPU_FLAG_NEON | AV_CPU_FLAG_VFP;

    /** Held here, so that the collector never takes it away from native code. */
    private static final FfmpegLog LOG;

    static {
        // JavaCPP would count the whole process, heap and file buffers included, as its own and stop at four times the
        // heap; what we allocate is freed on close.
        System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        Loader.load(org.bytedeco.ffmpeg.global.avutil.class);
        LOG = new FfmpegLog();
        av_log_set_level(AV_LOG_WARNING);
        setLogCallback(LOG);
        int present = av_get_cpu_flags();
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        switch (arch) {
            case "amd64", "x86_64" -> av_force_cpu_flags(present & X86_BASELINE);
            case "aarch64", "arm64" -> av_force_cpu_flags(present & ARM_BASELINE);
            default -> {
                // No machines to tell apart are known for others.
            }
        }
    }

    private Ffmpeg() {}

    /** Must run before any other call into FFmpeg. */
    static void load() {
        // The work is done once, when the class is initialised.
    }

    /** FFmpeg's words for an error code. */
    static String error(int code) {
        byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
        av_strerror(code, text, text.length);
        return NativeText.of(text);
    }
}
