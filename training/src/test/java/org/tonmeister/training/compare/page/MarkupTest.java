package org.tonmeister.training.compare.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void escapes_textAndAttributes() {
        var page = new Markup().element("p", "<b>&'", "title", "\"><script>");

        assertThat(page.toString()).isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&#39;</p>\n");
    }

    @Test
    void leavesOut_whatXmlForbids_andAttributesWithoutValue() {
        var page = new Markup().element("p", "a\u0000b\u001b𝄞", "id", null);

        assertThat(page.toString()).isEqualTo("<p>ab𝄞</p>\n");
    }

    @Test
    void refuses_toEndWithOpenElements() {
        var page = new Markup().open("p");

        assertThatIllegalStateException().isThrownBy(page::toString);
    }
}
