package com.sentori.console.live;

import com.sentori.console.connections.Wording;
import com.sentori.console.runs.Note;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** What the live screen says of what went wrong with a drive. */
final class NoteWording {
    private final Texts texts;
    private final Figures figures;
    private final RunWording runs;
    private final Wording wording;

    NoteWording(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        this.runs = new RunWording(texts);
        this.wording = new Wording(texts, figures);
    }

    /** All of them; empty without any. */
    String of(List<Note> notes) {
        return notes.stream().map(this::of).collect(Collectors.joining(" "));
    }

    private String of(Note note) {
        return switch (note) {
            case Note.Failed(var fault) -> wording.fault(fault);
            case Note.WaitsForToken() -> texts.get("note.waits-for-token");
            case Note.NotEnded(var fault) -> texts.get("note.not-ended", wording.fault(fault));
            case Note.LeftToExpire(var backend) -> texts.get("note.left-to-expire", backend);
            case Note.OtherData(var backend) -> texts.get("note.other-data", backend);
            case Note.EndedElsewhere ended when ended.isExpired() -> texts.get("note.expired", ended.backend());
            case Note.EndedElsewhere(var backend, var run) ->
                texts.get("note.ended-elsewhere", backend, String.join(" · ", runs.parts(run)));
            case Note.Unspooled(var backend, var cause) -> texts.get("note.unspooled", backend, cause);
            case Note.Broken(var backend, var cause) -> texts.get("note.broken", backend, cause);
            case Note.Unchecked(var backend) -> texts.get("note.unchecked", backend);
            case Note.Unacknowledged(var readings, var folder) ->
                texts.get("note.unacknowledged", figures.count(readings), folder);
            case Note.Unkept(var backend, var cause) -> texts.get("note.unkept", backend, cause);
        };
    }
}
