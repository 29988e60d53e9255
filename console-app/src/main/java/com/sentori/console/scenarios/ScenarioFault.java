package com.sentori.console.scenarios;

import com.sentori.console.simulator.Demand;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a scenario cannot be used: screens say it in their language, the command line by {@link #sentence}. */
public sealed interface ScenarioFault {
    /** In English: where in which file, and what to do. */
    String sentence();

    /** It is neither a file nor one that comes with the program. */
    record Missing(String name) implements ScenarioFault {
        @Override
        public String sentence() {
            return "There is no scenario '" + name + "': name a file, or one of "
                    + String.join(", ", Scenarios.SHIPPED) + ".";
        }
    }

    /** It is too long to be one. */
    record TooLarge(String file) implements ScenarioFault {
        @Override
        public String sentence() {
            return file + " is larger than 1 MiB: a scenario is not; put recordings into CSV files.";
        }
    }

    /** A file is there, and cannot be read; {@code cause} is the operating system's word for it. */
    record Unreadable(String file, String cause) implements ScenarioFault {
        @Override
        public String sentence() {
            return file + " cannot be read as UTF-8 text: " + cause + ".";
        }
    }

    /** A file says nothing. */
    record Empty(String file) implements ScenarioFault {
        @Override
        public String sentence() {
            return file + " is empty: begin with 'schema: " + ScenarioText.SCHEMA + "'.";
        }
    }

    /** A CSV file is not there. */
    record NoRecording(String csv) implements ScenarioFault {
        @Override
        public String sentence() {
            return "There is no file " + csv + ": correct the scenario's replay.file.";
        }
    }

    /** A CSV file has other columns than the one that is replayed. */
    record NoColumn(String csv, String column, List<String> columns) implements ScenarioFault {
        @Override
        public String sentence() {
            return csv + " has no column '" + column + "': its first line names " + String.join(", ", columns) + ".";
        }
    }

    /** A CSV file has nothing but its first line. */
    record NoRows(String csv) implements ScenarioFault {
        @Override
        public String sentence() {
            return csv + " has no rows below its first line.";
        }
    }

    /** A cell of a CSV file, both counted from 1, is no number. */
    record NoNumber(String csv, int line, int cell) implements ScenarioFault {
        @Override
        public String sentence() {
            return csv + " line " + line + ": the cell " + cell + " must be a number with a point, like 21.5.";
        }
    }

    /** What a run replayed is not kept any more. */
    record NotKept(String recording, String folder) implements ScenarioFault {
        @Override
        public String sentence() {
            return "The recording " + recording + " that the scenario replays is not in " + folder
                    + " any more: the run cannot go on here.";
        }
    }

    /** What a run of another console replayed is not kept with it. */
    record Elsewhere(String csv) implements ScenarioFault {
        @Override
        public String sentence() {
            return "It replays " + csv + ", which is not kept with the run.";
        }
    }

    /**
     * A place in a file is wrong.
     *
     * @param file which
     * @param line from 1; 0 where it is not known
     * @param path the member; empty where it is not known
     * @param why what is wrong
     */
    record Wrong(String file, int line, String path, Why why) implements ScenarioFault {
        @Override
        public String sentence() {
            return file + (line == 0 ? "" : " line " + line) + (path.isEmpty() ? "" : ", " + path) + ": "
                    + why.words() + ".";
        }
    }

    /** What is wrong with a place. */
    sealed interface Why {
        /** In English, without a full stop. */
        String words();
    }

    /** A value is not as it is demanded, of a member or by a limit; empty where it is about none. */
    record Demanded(Demand demand, String about) implements Why {
        @Override
        public String words() {
            return demand.sentence(about);
        }
    }

    /** A member that nobody knows there. */
    record Unknown(String member, List<String> known) implements Why {
        @Override
        public String words() {
            return "'" + member + "' is not known here; known are " + String.join(", ", known);
        }
    }

    /** A shape that nobody knows. */
    record NoShape() implements Why {
        /** The known ones. */
        public static final String SHAPES = "sine, square, ramp, triangle, steps, walk, noise, constant, replay";

        @Override
        public String words() {
            return "shape must be one of " + SHAPES;
        }
    }

    /** A text that is no time. */
    record NoTime(String typed) implements Why {
        @Override
        public String words() {
            return "'" + typed + "' is no time: write one like 250ms, 30s, 2m or 1h30m";
        }
    }

    /** A file of another form. */
    record OtherSchema() implements Why {
        @Override
        public String words() {
            return "schema must be " + ScenarioText.SCHEMA;
        }
    }

    /** A replay that does not say of what. */
    record HalfReplay() implements Why {
        @Override
        public String words() {
            return "a replay needs file and column";
        }
    }

    /** A value of another kind than the one that is due; {@code detail} is the reader's word for it, in English. */
    record NotDue(Due due, String detail) implements Why {
        @Override
        public String words() {
            return "this is not what is due here: " + (due == Due.OTHER ? detail : due.words);
        }
    }

    /** A file that is neither YAML nor JSON; {@code detail} is the reader's word for it, in English. */
    record NoText(String detail) implements Why {
        @Override
        public String words() {
            return "this is no YAML or JSON: " + detail;
        }
    }

    /** What can be due at a place. */
    enum Due {
        NUMBER("a number"), WHOLE_NUMBER("a whole number"), TEXT("a text"), LIST("a list"), MEMBERS(
                "members, each a line 'name: value'"), OTHER("another value");

        private final String words;

        Due(String words) {
            this.words = words;
        }

        static Due of(Class<?> type) {
            if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
                return WHOLE_NUMBER;
            }
            if ((type.isPrimitive() && type != boolean.class) || Number.class.isAssignableFrom(type)) {
                return NUMBER;
            }
            if (type.isArray() || Collection.class.isAssignableFrom(type)) {
                return LIST;
            }
            if (type == String.class) {
                return TEXT;
            }
            return type.isRecord() || Map.class.isAssignableFrom(type) ? MEMBERS : OTHER;
        }
    }

    /** What is replayed cannot be. */
    record Replay(ScenarioFault fault) implements Why {
        @Override
        public String words() {
            return fault.sentence().replaceFirst("\\.$", "");
        }
    }
}
