package org.tonmeister.training.compare.page;

import java.util.List;
import java.util.Locale;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;

/**
 * The players: one for each version for browsers without script, and with it one for all of them, which changes between
 * versions while they play.
 */
final class Player {
    private final List<Version> versions;
    private final Look look;
    private final double seconds;
    private final double quietestLufs;

    /** @param seconds length of the song */
    Player(List<Version> versions, Look look, double seconds) {
        this.versions = versions;
        this.look = look;
        this.seconds = seconds;
        quietestLufs = versions.stream()
                .mapToDouble(version -> version.figures().lufs())
                .min()
                .orElse(0);
    }

    /** The volume that makes a version as loud as the quietest, from 0 to 1. */
    double volume(Version version) {
        return StrictMath.pow(10, (quietestLufs - version.figures().lufs()) / 20);
    }

    Markup markup() {
        var page = new Markup().open("section", "class", "player", "aria-label", "Player");
        transport(page);
        chips(page);
        page.open("ul", "class", "files");
        for (Version version : versions) {
            page.open("li").element("span", version.label());
            page.open(
                            "audio",
                            "controls",
                            "controls",
                            "preload",
                            "none",
                            "src",
                            version.file(),
                            "aria-label",
                            version.label(),
                            "data-v",
                            version.id(),
                            "data-volume",
                            String.format(Locale.ROOT, "%.4f", volume(version)))
                    .close();
            page.close();
        }
        page.close();
        page.element("p", "", "class", "said", "role", "status");
        return page.close();
    }

    private void transport(Markup page) {
        page.open("div", "class", "transport", "hidden", "hidden");
        page.open("button", "type", "button", "class", "play", "aria-label", "Play")
                .trusted("<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path class=\"go\" d=\"M3 1l11 7-11 7z\"/>"
                        + "<path class=\"halt\" d=\"M3 1h4v14H3zM9 1h4v14H9z\"/></svg>")
                .close();
        page.empty(
                "input",
                "type",
                "range",
                "class",
                "seek",
                "min",
                "0",
                "max",
                Amounts.at(seconds),
                "step",
                "0.1",
                "value",
                "0",
                "aria-label",
                "Position");
        page.open("span", "class", "time")
                .element("span", "0:00", "class", "elapsed")
                .text("/ " + Amounts.time(seconds))
                .close();
        page.open("label", "class", "match")
                .empty("input", "type", "checkbox", "checked", "checked")
                .text("same loudness")
                .close();
        page.close();
    }

    private void chips(Markup page) {
        page.open("fieldset", "class", "chips", "hidden", "hidden").element("legend", "Version");
        for (Version version : versions) {
            page.open("label", "class", look.classes(version) + " chip", "data-v", version.id());
            boolean first = version.kind() == Kind.ENSEMBLE && !version.withReference();
            page.empty(
                    "input",
                    "type",
                    "radio",
                    "name",
                    "version",
                    "value",
                    version.id(),
                    "checked",
                    first ? "checked" : null);
            page.trusted(look.icon(version)).text(version.label()).close();
        }
        page.close();
    }
}
