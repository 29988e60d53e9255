package com.sentori.console.scenarios;

import com.sentori.console.documents.Member;
import com.sentori.console.scenarios.ScenarioFault.Due;
import com.sentori.console.scenarios.ScenarioFault.Why;
import com.sentori.console.simulator.DemandException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of a fault in a scenario file where it is and what it is. */
final class Complaint {
    private Complaint() {}

    static ScenarioFault about(String source, JacksonException fault) {
        TokenStreamLocation place = fault.getLocation();
        return new ScenarioFault.Wrong(source, place == null ? 0 : Math.max(0, place.getLineNr()), Member.of(fault),
                why(fault));
    }

    /** Why this could not be taken, by what was thrown while it was read. */
    static Why why(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DemandException demanded -> {
                    return new ScenarioFault.Demanded(demanded.demand(), demanded.about());
                }
                case Unfit unfit -> {
                    return unfit.why();
                }
                default -> {
                }
            }
        }
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                new ScenarioFault.Unknown(unknown.getPropertyName(), names(unknown.getKnownPropertyIds()));
            case InvalidTypeIdException _ -> new ScenarioFault.NoShape();
            case MismatchedInputException mismatch ->
                new ScenarioFault.NotDue(due(mismatch.getTargetType()), firstLine(mismatch.getOriginalMessage()));
            case JacksonException unreadable -> new ScenarioFault.NoText(firstLine(unreadable.getOriginalMessage()));
            default -> new ScenarioFault.NotDue(Due.OTHER, firstLine(String.valueOf(fault.getMessage())));
        };
    }

    private static Due due(@Nullable Class<?> type) {
        return type == null ? Due.OTHER : Due.of(type);
    }

    private static List<String> names(Collection<Object> known) {
        return known.stream().map(Object::toString).sorted().toList();
    }

    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("`?(?:com\\.sentori|java)\\.[\\w.$]*?([A-Za-z]+)`?", "$1")
                .replaceFirst("\\.$", "");
    }

    /** Carries out of the reader what does not fit. */
    static final class Unfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final transient Why why;

        Unfit(Why why) {
            super(why.words());
            this.why = why;
        }

        Why why() {
            return why;
        }
    }
}
