package org.tonmeister.training.compare.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tonmeister.training.compare.TestComparison;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageTest {
    private static final String HOSTILE = "</title><script>alert(1)</script><img src=x onerror='a()'>\"&";

    @Test
    void textOfTheSong_staysText() throws Exception {
        Document page = parsed(Page.of(TestComparison.of(HOSTILE)));

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(HOSTILE);
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("script").getLength()).isOne();
        assertThat(page.getElementsByTagName("body").item(0).getTextContent())
                .contains(HOSTILE + ".mp3", HOSTILE + "2.mp3", "ast was not asked: " + HOSTILE, "The file: " + HOSTILE);
    }

    @Test
    void nothing_comesFromTheNetwork() {
        String page = Page.of(TestComparison.of("song"));

        assertThat(page)
                .contains("content=\"default-src &#39;none&#39;;")
                .doesNotContain("http:", "https:", "//cdn", "<link", "@import", "url(");
    }

    @Test
    void onlyItsOwnScript_mayRun() throws Exception {
        String page = Page.of(TestComparison.of("song"));
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));

        assertThat(page)
                .contains("script-src &#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;");
    }

    @Test
    void theSameComparison_givesTheSamePage() {
        assertThat(Page.of(TestComparison.of("song"))).isEqualTo(Page.of(TestComparison.of("song")));
    }

    @Test
    void frequencies_lieOnALogarithmicAxis() {
        assertThat(Spectra.x(20)).isEqualTo(58);
        assertThat(Spectra.x(20_000)).isCloseTo(888, within(1e-9));
        assertThat(Spectra.x(2000) - Spectra.x(200)).isCloseTo(Spectra.x(200) - Spectra.x(20), within(1e-9));
    }

    @Test
    void whereTheOriginalHasNothing_noChangeIsDrawn() {
        var comparison = TestComparison.of("song");
        String picture = new Spectra(comparison, new Look(comparison.versions()))
                .markup()
                .toString();

        // Of three bands the changes of a mix stop after the second: −20 to −14 dB is up to the axis' end
        assertThat(picture).contains("data-v=\"analyser\" d=\"M113.0 452.0L528.0 372.0\"");
    }

    @Test
    void figures_standBesideTheirChange() throws Exception {
        Document page = parsed(Page.of(TestComparison.of("song")));

        assertThat(page.getElementsByTagName("td").getLength()).isGreaterThan(100);
        assertThat(page.getDocumentElement().getTextContent())
                .contains("−14.0+6.0", "12.30.0")
                .contains("0.125");
    }

    /** As XML, without the parts that are none. */
    private static Document parsed(String html) throws Exception {
        String xml = html.replace("<!DOCTYPE html>", "")
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<script>\n.*?</script>", "<script/>");
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        Document document = builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Element root = document.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("html");
        return document;
    }
}
