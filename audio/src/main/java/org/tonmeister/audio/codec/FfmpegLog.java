package org.tonmeister.audio.codec;

import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FFmpeg's own messages, at debug level: what a user needs to know is said by this package in its own words. */
final class FfmpegLog extends LogCallback {
    private static final Logger LOG = LoggerFactory.getLogger(FfmpegLog.class);

    @Override
    public void call(int level, BytePointer message) {
        if (LOG.isDebugEnabled()) {
            LOG.atDebug().addKeyValue("level", level).log(NativeText.of(message).strip());
        }
    }
}
