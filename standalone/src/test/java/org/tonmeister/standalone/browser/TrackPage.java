package org.tonmeister.standalone.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.openqa.selenium.WebElement;

/** The page of one track. */
final class TrackPage {
    private final ConsoleTab tab;

    TrackPage(ConsoleTab tab) {
        this.tab = tab;
    }

    /** Waits for both sounds, their waveforms and spectra. */
    TrackPage untilLoaded() {
        tab.until("the spectra are drawn", () ->
                (Boolean) tab.run("return document.querySelector('.spectrum details:not(.waiting)') !== null"));
        return this;
    }

    /** Seconds, as the player shows them. */
    double position() {
        return Double.parseDouble(tab.find(".seek").getDomProperty("value"));
    }

    /** Moves the position's slider. */
    void seek(double seconds) {
        tab.run("""
            const slider = document.querySelector('.seek');
            slider.value = arguments[0];
            slider.dispatchEvent(new Event('input', {bubbles: true}));
            """, seconds);
    }

    /** What the level meter shows, 0 to 1. */
    double level() {
        return Double.parseDouble(
                (String) tab.run("return document.querySelector('.level i').style.getPropertyValue('--done')"));
    }

    WebElement side(String side) {
        return tab.find("input[data-side=" + side + "]");
    }

    WebElement fader(String parameter) {
        return tab.find("input[data-parameter=" + parameter + "]");
    }

    /** The name of the mix that is compared with the original. */
    String chosenMix() {
        return (String) tab.run("return document.querySelector('.choose select').selectedOptions[0].textContent");
    }

    void untilHeard(double seconds) {
        tab.until("sound at " + seconds + " s", () -> position() >= seconds && level() > 0);
    }

    /** The track as the API tells it. */
    JsonNode track() throws IOException, InterruptedException {
        String id = ((String) tab.run("return location.hash")).replace("#/tracks/", "");
        var request =
                HttpRequest.newBuilder(tab.console().resolve("v1/tracks/" + id)).build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    /** The bytes behind a link of the API. */
    byte[] bytes(String link) throws IOException, InterruptedException {
        URI address = tab.console().resolve(link);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                .body();
    }
}
