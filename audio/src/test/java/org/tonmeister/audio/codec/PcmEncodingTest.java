package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcmEncodingTest {
    @ParameterizedTest
    @CsvSource({"S16, 16", "S16, 8", "S24, 24", "S24, 16", "F32, 24"})
    void roundTrip_isExactForMaterialThatFits(PcmEncoding encoding, int bits) {
        float[][] samples = Signals.onGrid(bits, 5_000);

        byte[] bytes = encoding.encode(samples, 0, 5_000);
        float[][] back = new float[2][5_000];
        int frames = encoding.decode(bytes, back);

        assertThat(frames).isEqualTo(5_000);
        assertThat(bytes).hasSize(5_000 * 2 * encoding.bytesPerSample());
        Signals.assertEqual(back, samples);
    }

    @Test
    void f32_keepsEveryBit() {
        float[][] samples = {{-0.0f, Float.MIN_VALUE, 3.5f}, {1e-30f, -7, 0.1f}};

        float[][] back = new float[2][3];
        PcmEncoding.F32.decode(PcmEncoding.F32.encode(samples, 0, 3), back);

        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < 3; i++) {
                assertThat(Float.floatToRawIntBits(back[c][i])).isEqualTo(Float.floatToRawIntBits(samples[c][i]));
            }
        }
    }

    @Test
    void encode_interleavesLittleEndian() {
        float[][] samples = {{0, 0x1234 / 32_768f}, {0, -1 / 32_768f}};

        assertThat(PcmEncoding.S16.encode(samples, 1, 1)).containsExactly(0x34, 0x12, 0xFF, 0xFF);
        assertThat(PcmEncoding.S24.encode(samples, 1, 1)).containsExactly(0, 0x34, 0x12, 0, 0xFF, 0xFF);
    }

    @Test
    void encode_clampsAndNeverWraps() {
        float[][] samples = {{1, 2, 1e30f}, {-1, -1.5f, Float.NEGATIVE_INFINITY}};

        float[][] back = new float[2][3];
        PcmEncoding.S16.decode(PcmEncoding.S16.encode(samples, 0, 3), back);
        assertThat(back[0]).containsOnly(32_767 / 32_768f);
        assertThat(back[1]).containsOnly(-1f);

        PcmEncoding.S24.decode(PcmEncoding.S24.encode(samples, 0, 3), back);
        assertThat(back[0]).containsOnly(8_388_607 / 8_388_608f);
        assertThat(back[1]).containsOnly(-1f);
    }

    @Test
    void encode_roundsToTheNearestStep() {
        float step = 1 / 32_768f;
        float[][] samples = {{0.4f * step, 0.6f * step}, {-0.4f * step, -0.6f * step}};

        float[][] back = new float[2][2];
        PcmEncoding.S16.decode(PcmEncoding.S16.encode(samples, 0, 2), back);

        Signals.assertEqual(back, new float[][] {{0, step}, {0, -step}});
    }

    @Test
    void decode_readsBetweenPositionAndLimit_andLeavesTheBufferAsItWas() {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        buffer.position(10).put(PcmEncoding.S24.encode(Signals.onGrid(24, 4), 0, 4));
        buffer.flip().position(10);

        float[][] back = new float[2][4];
        int frames = PcmEncoding.S24.decode(buffer, back);

        assertThat(frames).isEqualTo(4);
        Signals.assertEqual(back, Signals.onGrid(24, 4));
        assertThat(buffer.position()).isEqualTo(10);
        assertThat(buffer.remaining()).isEqualTo(24);
    }

    @Test
    void decode_refusesPartsOfFrames() {
        assertThatThrownBy(() -> PcmEncoding.S16.decode(new byte[6], new float[2][2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("6 bytes are not whole frames of 4");
    }
}
