package org.tonmeister.training.sends;

import java.util.Arrays;
import java.util.List;
import org.tonmeister.audio.dsp.Equaliser;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.filter.StereoKWeighting;
import org.tonmeister.predict.model.WindowWeight;

/**
 * Renders windows of a dry track with a part of its sends. Rooms hear all that comes before a window, as far as they
 * reach. Not for use by several threads.
 */
final class SendRenderer {
    /** Heard before a window, so that the equaliser's filters have settled. */
    private static final int LEAD_FRAMES = DryMusic.SAMPLE_RATE / 2;

    private static final int HEARD_FRAMES = LEAD_FRAMES + DryMusic.WINDOW_FRAMES;

    /** The longest response: beyond it a circular convolution would wrap around into the window. */
    static final int MOST_RESPONSE_FRAMES = Transform.FRAMES - HEARD_FRAMES;

    private final DryMusic music;
    private final MusicSpectrum spectrum;
    private final Transform transform;
    private final float[][] dry = new float[2][Transform.FRAMES];
    private final float[][] wet = new float[2][Transform.FRAMES];

    SendRenderer(DryMusic music, Transform transform) {
        this.music = music;
        this.transform = transform;
        spectrum = new MusicSpectrum(music.samples(), DryMusic.SAMPLE_RATE, transform);
    }

    /**
     * The music with sends, at the level and in the colour asked for.
     *
     * @param starts first frames of the windows
     * @return a window of 5 s for each, {@code [2][frames]}
     */
    List<float[][]> render(SendTruth parts, ImpulseResponse room, ImpulseResponse echoes, Colour colour, int[] starts) {
        List<float[][]> windows = mix(parts, room, echoes, colour.tone(), starts);
        var before = new StereoKWeighting(DryMusic.SAMPLE_RATE);
        var after = new StereoKWeighting(DryMusic.SAMPLE_RATE);
        for (int i = 0; i < starts.length; i++) {
            before.add(music.samples()[0], music.samples()[1], starts[i], DryMusic.WINDOW_FRAMES);
            after.add(windows.get(i)[0], windows.get(i)[1], 0, DryMusic.WINDOW_FRAMES);
        }
        double louderDb = 10 * StrictMath.log10(energy(after) / energy(before));
        double gainDb = WindowWeight.WORK_LEVEL_LUFS + colour.levelDb() - (music.lufs() + louderDb);
        scale(windows, (float) Draw.amplitude(gainDb));
        return windows;
    }

    /** The same at the level at which the sends are added: the dry part is as loud as in the track. */
    List<float[][]> mix(SendTruth parts, ImpulseResponse room, ImpulseResponse echoes, Parameters tone, int[] starts) {
        if (Math.max(room.frames(), echoes.frames()) > MOST_RESPONSE_FRAMES) {
            throw new IllegalArgumentException("a response is longer than " + MOST_RESPONSE_FRAMES + " frames");
        }
        var reverb = new SendReturn(room, spectrum, transform);
        var delay = new SendReturn(echoes, spectrum, transform);
        return Arrays.stream(starts)
                .mapToObj(start -> window(reverb, delay, parts, tone, start))
                .toList();
    }

    private float[][] window(SendReturn reverb, SendReturn delay, SendTruth parts, Parameters tone, int start) {
        int from = start + DryMusic.WINDOW_FRAMES - Transform.FRAMES;
        for (int side = 0; side < 2; side++) {
            fill(dry[side], music.samples()[side], from);
            Arrays.fill(wet[side], 0);
        }
        float[][] window = new float[2][HEARD_FRAMES];
        for (int side = 0; side < 2; side++) {
            System.arraycopy(dry[side], Transform.FRAMES - HEARD_FRAMES, window[side], 0, HEARD_FRAMES);
            transform.forward(dry[side]);
        }
        reverb.addTo(wet, dry, parts.reverb());
        delay.addTo(wet, dry, parts.delay());
        for (int side = 0; side < 2; side++) {
            transform.inverse(wet[side]);
            for (int i = 0; i < HEARD_FRAMES; i++) {
                window[side][i] += wet[side][Transform.FRAMES - HEARD_FRAMES + i];
            }
        }
        new Equaliser(DryMusic.SAMPLE_RATE, tone).process(window[0], window[1], 0, HEARD_FRAMES);
        return new float[][] {withoutLead(window[0]), withoutLead(window[1])};
    }

    /** Copies from {@code from} on, which may lie before the track's begin. */
    private static void fill(float[] out, float[] samples, int from) {
        int silent = Math.max(0, -from);
        Arrays.fill(out, 0, silent, 0);
        System.arraycopy(samples, from + silent, out, silent, out.length - silent);
    }

    private static float[] withoutLead(float[] samples) {
        return Arrays.copyOfRange(samples, LEAD_FRAMES, HEARD_FRAMES);
    }

    private static double energy(StereoKWeighting weighting) {
        return weighting.leftEnergy() + weighting.rightEnergy();
    }

    private static void scale(List<float[][]> windows, float factor) {
        for (float[][] window : windows) {
            for (float[] side : window) {
                for (int i = 0; i < side.length; i++) {
                    side[i] *= factor;
                }
            }
        }
    }
}
