package com.sentori.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndNoteTest {
    @Test
    void reads_what_it_wrote() {
        for (EndNote note : new EndNote[]{new EndNote.Stopped(0), new EndNote.Stopped(12), new EndNote.NoTwin(),
                new EndNote.Alarmed("Too hot", "s temperature 31.5 > 30")}) {
            assertThat(EndNote.read(note.sentence())).contains(note);
        }
    }

    @Test
    void reads_nothing_into_what_others_wrote() {
        assertThat(EndNote.read("Stopped by the operator of the night shift.")).isEmpty();
    }
}
