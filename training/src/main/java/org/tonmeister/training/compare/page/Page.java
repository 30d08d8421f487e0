package org.tonmeister.training.compare.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.tonmeister.training.compare.result.Comparison;

/** The page of a comparison. The same comparison gives the same bytes. */
public final class Page {
    private Page() {}

    /** The page as HTML in UTF-8, which looks for the audio files beside it and for nothing else. */
    public static String of(Comparison comparison) {
        var look = new Look(comparison.versions());
        var tables = new Tables(comparison, look);
        String script = resource("page.js");
        var page = new Markup().trusted("<!DOCTYPE html>\n").open("html", "lang", "en", "data-now", "ensemble");
        head(page, comparison, script);
        page.open("body").open("main");
        var facts = new Facts(comparison);
        page.trusted(facts.heading());
        page.trusted(new Player(comparison.versions(), look, comparison.song().seconds()).markup());
        page.trusted(facts.list());
        section(
                page,
                "Faders",
                "Each mark is a model's setting, the cap across the lanes the ensemble's."
                        + (comparison.reference() == null ? "" : " Hollow marks heard the reference too.")
                        + " The figure below is that of the version chosen in the player.",
                new Faders(look, comparison.versions()).markup(comparison.versions()));
        section(page, "Parameters", "With the output level that was needed.", tables.parameters());
        section(
                page,
                "Spectra",
                "Third-octave bands over the whole song, every version at the same loudness.",
                new Markup()
                        .trusted(new Spectra(comparison, look).markup())
                        .open("details")
                        .element("summary", "Spectra as a table")
                        .trusted(tables.spectra())
                        .close());
        section(
                page,
                "Figures",
                "Small figures are the change against the original. The untouched version has the ensemble's loudness"
                        + " and no other change.",
                new FigureTable(comparison, tables).markup());
        section(
                page,
                "Distances",
                "MR-STFT distance over excerpts at the same loudness: 0 is the same sound.",
                tables.distances());
        page.close();
        page.open("script").trusted(script).close();
        return page.close().close().toString();
    }

    private static void head(Markup page, Comparison comparison, String script) {
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; media-src 'self' file:; style-src 'unsafe-inline'; script-src 'sha256-"
                        + digest(script) + "'; base-uri 'none'; form-action 'none'");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", comparison.song().heading() + " · Tonmeister comparison");
        page.open("style").trusted(resource("page.css")).close().close();
    }

    private static void section(Markup page, String heading, String text, Markup content) {
        page.open("section").element("h2", heading).element("p", text, "class", "note");
        page.trusted(content).close();
    }

    private static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
