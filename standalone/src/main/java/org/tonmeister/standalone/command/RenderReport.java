package org.tonmeister.standalone.command;

import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.mix.MixReports;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.SourceDescription;
import org.tonmeister.standalone.sound.SourceFile;

/** Writes down what was rendered by hand, as the report of a mix without models. */
final class RenderReport {
    private RenderReport() {}

    static MixReport of(SourceFile track, MixdownResult result, MixOptions options) {
        return MixReports.begin(result, options, source(track), track.sampleRate(), track.frames(), track.notes())
                .build();
    }

    private static SourceDescription source(SourceFile track) {
        SourceInfo info = track.info();
        return SourceDescription.newBuilder()
                .setFileName(String.valueOf(track.path().getFileName()))
                .setContainer(info.container())
                .setCodec(info.codec())
                .setSampleRate(info.sampleRate())
                .setChannels(info.channels())
                .setBitsPerSample(info.bitsPerSample())
                .setLossy(info.lossy())
                .build();
    }
}
