package org.tonmeister.audio.dsp;

/** What a {@link Send} feeds: a linear, time-invariant effect that gives only its return, without the dry sound. */
interface Effect {
    /** −360 dBFS: added and taken away again, it rounds what is fed back, so that nothing becomes subnormal in a loop. */
    float SILENCE = 1e-18f;

    /** The most frames that {@link #render} takes at once: no longer than its shortest inner delay. */
    int maxFrames();

    /** Renders the return of {@code frames} input frames; inputs and outputs begin at index 0 and are different arrays. */
    void render(float[] left, float[] right, float[] wetLeft, float[] wetRight, int frames);

    /** As {@link Stage#settle}. */
    void settle();
}
