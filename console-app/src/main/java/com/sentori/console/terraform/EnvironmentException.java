package com.sentori.console.terraform;

/** An environment, or the file of them, cannot be used. The message is one sentence in English that says what to do; screens say {@link #why} in their language. */
public final class EnvironmentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String about;

    EnvironmentException(Why why, String about) {
        super(why.form.replace("{0}", about));
        this.why = why;
        this.about = about;
    }

    /** What is wrong. */
    public Why why() {
        return why;
    }

    /** What it is about: a name, or what the reader of the file said. */
    public String about() {
        return about;
    }

    /** What is wrong. */
    public enum Why {
        /** Unusable as the name of a folder. */
        NAME("'{0}' cannot name an environment: use 1 to 40 of A-Z a-z 0-9 . _ - that begin with a letter or digit."),
        /** There are two of that name. */
        TWICE("There are two environments of the name '{0}': give each its own."),
        /** Too long for a window. */
        LABEL("The label of '{0}' is longer than 24 characters: shorten it."),
        /** Not an absolute path. */
        STACK("The stack of '{0}' is no full path of a folder: give it from the root on."),
        /** Not the schema. */
        SCHEMA("The file of environments must begin with 'schema: " + Environments.SCHEMA + "'."),
        /** Not a file of environments. */
        DAMAGED("The file of environments cannot be read: {0}"),
        /** More than anybody can tell apart. */
        MANY("There may be at most " + Environments.MOST + " environments."),
        /** Nobody knows it. */
        UNKNOWN("There is no environment '{0}': name one of those in " + Environments.FILE + ".");

        private final String form;

        Why(String form) {
            this.form = form;
        }
    }
}
