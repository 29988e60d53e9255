package com.sentori.console.stage;

import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which screen is shown, and the line of notices below it, which are asked for their sentence whenever the language changes. FX thread. */
public final class Desk {
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.START);
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>();

    /** The screen that is shown. */
    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /** Shows a screen. */
    public void go(Place where) {
        place.set(where);
    }

    /** The latest notice; null if there is none. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /** Says that something was done. */
    public void say(Supplier<String> sentence) {
        notice.set(new Notice(Notice.Severity.INFO, sentence));
    }

    /** Says that all is well. */
    public void praise(Supplier<String> sentence) {
        notice.set(new Notice(Notice.Severity.SUCCESS, sentence));
    }

    /** Says what did not work. */
    public void complain(Supplier<String> sentence) {
        notice.set(new Notice(Notice.Severity.ERROR, sentence));
    }
}
