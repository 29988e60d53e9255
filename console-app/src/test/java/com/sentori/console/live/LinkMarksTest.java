package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.feed.Standing;
import com.sentori.console.feed.Standing.Circuit;
import com.sentori.console.feed.Standing.Transport;
import com.sentori.console.live.LinkMarks.Kind;
import com.sentori.console.live.LinkMarks.Mark;
import com.sentori.console.vitals.Vitality;
import org.junit.jupiter.api.Test;

class LinkMarksTest {
    private final LinkMarks marks = new LinkMarks();

    @Test
    void marks_when_the_link_was_lost_and_when_what_was_missing_had_been_fetched() {
        hear(Circuit.LIVE, 0, 0, 1_000);
        hear(Circuit.BROKEN, 1, 0, 2_000);
        hear(Circuit.BROKEN, 1, 0, 3_000);
        hear(Circuit.FETCHING, 1, 500, 4_000);
        hear(Circuit.LIVE, 1, 1_240, 5_000);
        hear(Circuit.LIVE, 1, 1_240, 6_000);
        assertThat(marks.all()).containsExactly(new Mark(Kind.LOST, 2_000, 0), new Mark(Kind.BACK, 5_000, 1_240));
    }

    @Test
    void counts_for_each_loss_what_was_fetched_after_it() {
        hear(Circuit.BROKEN, 1, 0, 1_000);
        hear(Circuit.LIVE, 1, 10, 2_000);
        hear(Circuit.BROKEN, 2, 10, 3_000);
        hear(Circuit.LIVE, 2, 15, 4_000);
        assertThat(marks.all()).extracting(Mark::fetched).containsExactly(0L, 10L, 0L, 5L);
    }

    @Test
    void sees_a_loss_between_two_looks() {
        hear(Circuit.LIVE, 0, 0, 1_000);
        hear(Circuit.LIVE, 1, 7, 2_000);
        assertThat(marks.all()).containsExactly(new Mark(Kind.LOST, 2_000, 0), new Mark(Kind.BACK, 2_000, 7));
    }

    @Test
    void keeps_no_more_than_a_chart_can_show() {
        for (int i = 1; i <= LinkMarks.MOST; i++) {
            hear(Circuit.BROKEN, i, 0, i);
            hear(Circuit.LIVE, i, 0, i);
        }
        assertThat(marks.all()).hasSize(LinkMarks.MOST);
    }

    private void hear(Circuit circuit, long losses, long fetched, long now) {
        marks.hear(new Standing(circuit, Transport.PAGES, Vitality.FRESH, 0, null, losses, fetched, 0, null), fetched,
                now);
    }
}
