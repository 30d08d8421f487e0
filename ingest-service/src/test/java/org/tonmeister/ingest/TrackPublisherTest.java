package org.tonmeister.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.Cover;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.PcmEncoding;

class TrackPublisherTest {
    private static final int RATE = 44_100;
    private static final byte[] PICTURE = picture();

    @TempDir
    Path folder;

    private final RecordingContext context = new RecordingContext();

    private static byte[] picture() {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void publish(double seconds, OutputFormat format, MixOptions options) throws Exception {
        Path file = folder.resolve("song." + format.extension());
        float[][] samples = new float[2][(int) (seconds * RATE)];
        for (int i = 0; i < samples[0].length; i++) {
            samples[0][i] = Math.round(8000 * StrictMath.sin(i * 0.05)) / 32768f;
            samples[1][i] = -samples[0][i];
        }
        var tags = Map.of("title", "Song");
        try (var writer =
                AudioWriter.create(file, format, RATE, 16, tags, Optional.of(new Cover("image/png", PICTURE)))) {
            writer.write(samples, samples[0].length);
            writer.finish();
        }
        try (var reader = AudioReader.open(file)) {
            new TrackPublisher(context, "track", "3-14").publish(reader, "song.flac", options);
        }
    }

    @Test
    void cutsATrackIntoWindowsThatAddUp() throws Exception {
        publish(11.5, OutputFormat.FLAC, MixOptions.newBuilder().build());

        assertThat(context.chunks).hasSize(3);
        assertThat(context.chunks).extracting(c -> c.getFrames()).containsExactly(5 * RATE, 5 * RATE, 3 * RATE / 2);
        assertThat(context.chunks).extracting(c -> c.getFirstFrame()).containsExactly(0L, 5L * RATE, 10L * RATE);
        assertThat(context.chunks).allSatisfy(chunk -> {
            assertThat(chunk.getEncoding()).isEqualTo(PcmEncoding.S16);
            assertThat(chunk.getPcm().remaining()).isEqualTo(chunk.getFrames() * 4);
            assertThat(chunk.getPass()).isEqualTo("epoch");
            assertThat(chunk.getUploadId()).isEqualTo("3-14");
        });
    }

    @Test
    void theLastWindowClosesTheTrack() throws Exception {
        var options = MixOptions.newBuilder().setStrength(0.5).build();
        publish(11.5, OutputFormat.FLAC, options);

        assertThat(context.chunks.get(0).getClosing()).isNull();
        assertThat(context.chunks.get(1).getClosing()).isNull();
        var closing = context.chunks.get(2).getClosing();
        var pcm = new ByteArrayOutputStream();
        for (var chunk : context.chunks) {
            byte[] bytes = new byte[chunk.getPcm().remaining()];
            chunk.getPcm().duplicate().get(bytes);
            pcm.write(bytes);
        }
        assertThat(closing.getWindows()).isEqualTo(3);
        assertThat(closing.getFrames()).isEqualTo(RATE * 23L / 2);
        assertThat(closing.getBytes()).isEqualTo(pcm.size());
        assertThat(closing.getSha256())
                .isEqualTo(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(pcm.toByteArray())));
        assertThat(closing.getOptions()).isEqualTo(options);
        assertThat(closing.getSource().getFileName()).isEqualTo("song.flac");
        assertThat(closing.getSource().getCodec()).isEqualTo("flac");
        assertThat(context.headers).allSatisfy(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                .isEqualTo(closing.getRangeId()));
    }

    @Test
    void theFirstWindowCarriesTagsAndCover() throws Exception {
        publish(6, OutputFormat.FLAC, MixOptions.newBuilder().build());

        var metadata = context.chunks.get(0).getMetadata();
        assertThat(metadata.getTags()).containsEntry("title", "Song");
        assertThat(metadata.getCover().getBytes()).isEqualTo(ByteBuffer.wrap(PICTURE));
        assertThat(context.chunks.subList(1, context.chunks.size()))
                .allSatisfy(c -> assertThat(c.getMetadata()).isNull());
    }

    @Test
    void lossySourcesKeepTheirFloats() throws Exception {
        publish(6, OutputFormat.MP3, MixOptions.newBuilder().build());

        assertThat(context.chunks).extracting(c -> c.getEncoding()).containsOnly(PcmEncoding.F32);
    }

    @Test
    void commitsInSlicesAndTheClosingRecordIsNotAmongThem() throws Exception {
        publish(120, OutputFormat.FLAC, MixOptions.newBuilder().build());

        assertThat(context.chunks).hasSize(24);
        assertThat(context.chunksAtCommit).hasSizeBetween(2, 5).first().isEqualTo(3);
        assertThat(context.chunksAtCommit).allSatisfy(count -> assertThat(count).isLessThan(24));
        assertThat(context.progress).isSorted().last().isEqualTo(1.0);
    }
}
