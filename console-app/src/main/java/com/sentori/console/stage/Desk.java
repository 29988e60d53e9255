package com.sentori.console.stage;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which screen is shown, and the line of notices below it. FX thread. */
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
    public void say(String sentence) {
        notice.set(new Notice(Notice.Severity.INFO, sentence));
    }

    /** Says that all is well. */
    public void praise(String sentence) {
        notice.set(new Notice(Notice.Severity.SUCCESS, sentence));
    }

    /** Says what did not work. */
    public void complain(String sentence) {
        notice.set(new Notice(Notice.Severity.ERROR, sentence));
    }
}
