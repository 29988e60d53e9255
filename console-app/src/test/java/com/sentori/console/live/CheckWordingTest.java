package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.runs.RunCheck;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckWordingTest {
    private static final String SENT = "0123456789abcdef";
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final CheckWording wording = new CheckWording(texts, new Figures(texts, ZoneOffset.UTC));

    @Test
    void a_digest_that_was_not_told_is_said_beside_the_readings_that_are_there() {
        assertThat(wording.of(check(null))).startsWith("Every reading is there").contains("did not tell its digest");
        assertThat(wording.digests(check(null)))
                .isEqualTo("Digest of what was sent: 0123456789ab…; by the backend: not told");
    }

    @Test
    void a_digest_that_says_otherwise_is_what_broke_it() {
        assertThat(wording.of(check("fedcba9876543210"))).startsWith("Not as sent")
                .endsWith("digest is fedcba987654…, that of what was sent 0123456789ab….");
    }

    @Test
    void equal_digests_need_no_words() {
        assertThat(wording.of(check(SENT))).doesNotContain("igest");
        assertThat(wording.digests(check(SENT)))
                .isEqualTo("Digest of what was sent: 0123456789ab…; by the backend: 0123456789ab…");
    }

    private static RunCheck check(@Nullable String told) {
        return new RunCheck(10, 10, 0, 0, 0, 0, SENT, told);
    }
}
