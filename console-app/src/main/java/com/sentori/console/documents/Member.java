package com.sentori.console.documents;

import tools.jackson.core.JacksonException;

/** Names members of a document: {@code groups[0].rate}. */
public final class Member {
    private Member() {}

    /** The one that a fault is about; empty where it is about none. */
    public static String of(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
