package com.sentori.console.doctor;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.contract.info.Info;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The backends: whether they answer, how their clocks stand, and whether they let the operator in. */
record Reach(List<BackendClient> backends, Clock clock) implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SIGN_IN = " sign-in";
    private static final int QUESTIONS = 5;
    private static final Duration NOTICED = Duration.ofSeconds(2);

    @Override
    public List<Finding> look() {
        if (backends.isEmpty()) {
            return List.of(Finding.hint("backends", "none is saved",
                    "Start ./sentori sandbox and paste its READY line under Backends, or give --ecs and --serverless."));
        }
        List<Finding> found = new ArrayList<>();
        backends.forEach(backend -> look(backend.within(PATIENCE), found));
        return found;
    }

    private void look(BackendClient backend, List<Finding> found) {
        String name = "backend " + backend.profile().name();
        try {
            ClockOffset offset = new ClockOffset();
            Info info = backend.info();
            for (int i = 0; i < QUESTIONS; i++) {
                Instant asked = clock.instant();
                Instant said = backend.info().serverTime();
                offset.add(asked, clock.instant(), said);
            }
            found.add(Finding.ok(name, backend.profile().url() + " answers as " + info.backend() + " "
                    + info.version()));
            found.add(clock(name, offset));
            found.add(signIn(name, backend, info));
        } catch (BackendException e) {
            found.add(e.isUnauthorised()
                    ? unauthorised(name + SIGN_IN, backend)
                    : Finding.problem(name, String.valueOf(e.getMessage()),
                            "Start it, correct its address, or see proxy and certificates below."));
        }
    }

    private static Finding clock(String name, ClockOffset offset) {
        ClockOffset.Offset best = offset.best();
        if (best == null) {
            return Finding.hint(name + " clock", "its offset is not known", "Look again.");
        }
        String is = "its clock is off ours by " + best.offset().toMillis() + " ms, give or take "
                + best.uncertainty().toMillis() + " ms";
        return best.offset().abs().compareTo(NOTICED) > 0
                ? Finding.hint(name + " clock", is,
                        "Set the clocks by NTP; ages on screen take the offset into account.")
                : Finding.ok(name + " clock", is);
    }

    private static Finding signIn(String name, BackendClient backend, Info info) {
        String check = name + SIGN_IN;
        try {
            backend.running();
            return Finding.ok(check, info.auth().mode().equals("jwt")
                    ? "your token is accepted"
                    : "it asks for no token");
        } catch (BackendException e) {
            if (!e.isUnauthorised()) {
                return Finding.problem(check, String.valueOf(e.getMessage()), "Look into the log of the backend.");
            }
            return unauthorised(check, backend);
        }
    }

    private static Finding unauthorised(String check, BackendClient backend) {
        return backend.token() == null
                ? Finding.hint(check, "it wants a token, and none was given",
                        "Paste one under Backends, or give it by SENTORI_TOKEN or --token-file.")
                : Finding.problem(check, "it does not accept the token that was given",
                        "Get a new one from your issuer, or by ./sentori token.");
    }
}
