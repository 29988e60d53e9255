package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.runs.EndNote;
import com.sentori.console.runs.Note;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoteWordingTest {
    private static final Run STOPPED = run(RunStatus.INTERRUPTED, EndReason.OPERATOR,
            new EndNote.Stopped(0).sentence());
    private final Texts french = new Texts(Locale.FRENCH);
    private final NoteWording wording = new NoteWording(french, new Figures(french, ZoneOffset.UTC));

    @Test
    void says_in_the_operators_language_what_the_command_line_says_in_english() {
        List<Note> notes = List.of(new Note.EndedElsewhere("ecs", STOPPED),
                new Note.Unacknowledged(1_234, Path.of("spool")));

        assertThat(Note.sentences(notes)).isEqualTo("ecs: the run was ended by someone else; it is INTERRUPTED "
                + "(OPERATOR). 1234 readings were not acknowledged; they are kept in spool.");
        assertThat(wording.of(notes)).isEqualTo("ecs : l’exécution a été terminée par quelqu’un d’autre : "
                + "interrompue · arrêtée par un opérateur. "
                + new Figures(french, ZoneOffset.UTC).count(1_234)
                + " mesures n’ont pas été acquittées ; elles sont gardées dans spool.");
    }

    @Test
    void tells_a_run_that_expired_from_one_that_someone_ended() {
        Run expired = run(RunStatus.FAILED, EndReason.TIMEOUT, null);
        assertThat(wording.of(List.of(new Note.EndedElsewhere("ecs", expired)))).contains("expiré");
    }

    @Test
    void says_nothing_without_a_note() {
        assertThat(wording.of(List.of())).isEmpty();
        assertThat(Note.sentences(List.of())).isNull();
    }

    private static Run run(RunStatus status, EndReason reason, @Nullable String error) {
        return new Run("run-1", "tester", status, Instant.EPOCH, Instant.EPOCH.plusSeconds(5), reason, error,
                new RunParams("run-1", List.of("sensor-1"), 60, 5), Meta.EMPTY, null);
    }
}
