package org.tonmeister.training.corpus;

/** The instruments by which MIDI songs are rendered: Fluid (R3), the General MIDI set of Debian, under the MIT licence. */
public record SoundFont(String packageName, String path, String md5) implements PackagedFile {
    public SoundFont {
        Fields.check(packageName, path, md5);
    }

    /** The one that is used. */
    public static SoundFont fluid() {
        return new SoundFont(
                "fluid-soundfont-gm", "usr/share/sounds/sf2/FluidR3_GM.sf2", "af289497caf8c76d97fdc67ec8409f05");
    }
}
