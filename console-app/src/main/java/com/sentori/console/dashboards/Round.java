package com.sentori.console.dashboards;

import com.sentori.console.backends.BackendException;
import com.sentori.console.dashboards.Content.Undrawn;
import com.sentori.console.dashboards.Content.Undrawn.Reason;
import com.sentori.console.dashboards.Interpolation.Place;
import com.sentori.console.dashboards.Layout.Placed;
import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.SourceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard asked once: its variables first, then each of its panels, in any order and on any threads. Immutable; what asks waits for the network, and an
 * interrupt ends it.
 */
public final class Round {
    private static final int USUAL_POINTS = 1_000;

    private final Request request;
    private final Sources sources;
    private final Instant from;
    private final Instant to;
    private final Map<String, Chosen> chosen;
    private final List<Placed> placed;
    private final Composer composer;

    /**
     * What is to be seen.
     *
     * @param dashboard which
     * @param twin the same for Prometheus, whose queries stored readings can answer; null if it is that itself, or there is none
     * @param wanted what is chosen of variables, by name; the file's own choice counts for others
     * @param from begin of its time, as Grafana writes it
     * @param to end of its time
     * @param locale of numbers
     * @param zone of times
     */
    public record Request(Dashboard dashboard, @Nullable Dashboard twin, Map<String, List<String>> wanted, String from,
            String to, Locale locale, ZoneId zone) {
        /** Takes a copy. */
        public Request {
            wanted = Map.copyOf(wanted);
        }

        /** The same for another time. */
        public Request during(String begin, String end) {
            return new Request(dashboard, twin, wanted, begin, end, locale, zone);
        }
    }

    private Round(Request request, Sources sources, Instant from, Instant to, Map<String, Chosen> chosen,
            List<Placed> placed) {
        this.request = request;
        this.sources = sources;
        this.from = from;
        this.to = to;
        this.chosen = chosen;
        this.placed = placed;
        this.composer = new Composer(new Wording(request.locale(), request.zone()));
    }

    /**
     * Asks for the values of its variables.
     *
     * @throws IllegalArgumentException with a sentence, if its time is none
     */
    public static Round begin(Request request, Sources sources, Instant now) {
        Instant from = TimeText.moment(request.from(), now, request.zone(), false);
        Instant to = TimeText.moment(request.to(), now, request.zone(), true);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The time ends before it begins: from " + request.from() + " to "
                    + request.to() + ".");
        }
        Timing timing = Timing.of(from, to, USUAL_POINTS, Duration.ofSeconds(1), Timing.USUAL_SCRAPE);
        Map<String, Chosen> chosen = new Variables(sources, timing).choose(request.dashboard(), request.wanted());
        return new Round(request, sources, from, to, chosen, Layout.of(request.dashboard(), chosen));
    }

    /** What can be and is chosen, in the order of the file. */
    public List<Chosen> chosen() {
        return List.copyOf(chosen.values());
    }

    /** Its panels where they lie, with the values of variables in their titles. */
    public List<Panel> panels() {
        return placed.stream().map(this::titled).toList();
    }

    /** Begin of its time. */
    public Instant from() {
        return from;
    }

    /** End of its time. */
    public Instant to() {
        return to;
    }

    private Interpolation names(Placed of, @Nullable Timing timing) {
        return new Interpolation(all(of), timing);
    }

    private Map<String, Chosen> all(Placed of) {
        Map<String, Chosen> all = new HashMap<>(chosen);
        all.putAll(of.own());
        return all;
    }

    /** The same choice in the language of the other source, where All is written otherwise. */
    private Interpolation twinNames(Placed of, Timing timing) {
        Dashboard other = request.twin();
        Map<String, Chosen> all = all(of);
        if (other != null) {
            all.replaceAll((name, choice) -> other.variable(name).map(choice::of).orElse(choice));
        }
        return new Interpolation(all, timing);
    }

    private Panel titled(Placed of) {
        Panel panel = of.panel();
        return panel.called(names(of, null).text(panel.title(), Place.TEXT));
    }

    /** What all panels show, in their order. */
    public List<Shown> askAll() throws InterruptedException {
        List<Shown> all = new ArrayList<>();
        try (ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("dashboard-", 1).factory())) {
            List<Callable<Shown>> questions = new ArrayList<>();
            for (int i = 0; i < placed.size(); i++) {
                int place = i;
                questions.add(() -> ask(place));
            }
            for (Future<Shown> each : threads.invokeAll(questions)) {
                all.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    /** What a panel shows. */
    public Shown ask(int place) {
        Placed of = placed.get(place);
        Panel panel = titled(of);
        Timing timing = timing(panel, names(of, null));
        try {
            return ask(of, panel, timing);
        } catch (Sources.Left e) {
            throw e;
        } catch (RuntimeException e) {
            // One panel that is wrong does not take the others with it.
            System.getLogger(Round.class.getName())
                    .log(Level.ERROR, "The panel " + panel.title() + " could not be shown.", e);
            return plain(panel, new Undrawn(Reason.REFUSED, e.toString()), timing);
        }
    }

    private Shown ask(Placed of, Panel panel, Timing timing) {
        Interpolation names = names(of, timing);
        Optional<Undrawn> refusal = Composer.refusal(panel);
        if (refusal.isPresent()) {
            return plain(panel, refusal.get(), timing);
        }
        if (Composer.isSilent(panel)) {
            return plain(panel, Composer.prose(panel, names), timing);
        }
        try {
            return shown(panel, timing, new Asking(sources, names, timing).ask(panel), Origin.NONE);
        } catch (Asking.Unknown e) {
            return plain(panel, new Undrawn(Reason.SOURCE, e.source()), timing);
        } catch (Asking.Absent e) {
            return stored(of, panel, timing, new Undrawn(Reason.NOT_KNOWN, e.source()));
        } catch (SourceException e) {
            boolean refused = e.kind() == SourceException.Kind.REFUSED || e.kind() == SourceException.Kind.TOO_MUCH;
            return refused
                    ? plain(panel, new Undrawn(Reason.REFUSED, e.sentence()), timing)
                    : stored(of, panel, timing, new Undrawn(Reason.UNREACHABLE, e.sentence()));
        }
    }

    private Shown plain(Panel panel, Content content, Timing timing) {
        return new Shown(panel, content, Origin.NONE, timing.from(), timing.to(), timing.step(), to, null, List.of());
    }

    private Shown shown(Panel panel, Timing timing, List<Answer> answers, Origin origin) {
        List<String> notes = new ArrayList<>();
        Instant at = Instant.EPOCH;
        Instant complete = null;
        for (Answer each : answers) {
            Frame frame = each.frame();
            notes.addAll(frame.notes());
            at = frame.at().isAfter(at) ? frame.at() : at;
            Instant until = frame.completeUntil();
            complete = complete == null || (until != null && until.isBefore(complete)) ? until : complete;
        }
        return new Shown(panel, composer.of(panel, answers), origin == Origin.NONE ? origin(answers) : origin,
                timing.from(), timing.to(), step(answers, timing), at, complete, notes);
    }

    private static Origin origin(List<Answer> answers) {
        return answers.stream()
                .findFirst()
                .map(each -> each.target() instanceof Target.Prometheus
                        ? Origin.PROMETHEUS
                        : Origin.CLOUDWATCH)
                .orElse(Origin.NONE);
    }

    /** CloudWatch's points lie a period apart, whatever was wanted. */
    private static Duration step(List<Answer> answers, Timing timing) {
        return answers.stream()
                .flatMap(each -> each.frame().lines().stream())
                .map(Line::reach)
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(timing.step());
    }

    /** From the readings that the backend has stored, if they can tell; else why not. */
    private Shown stored(Placed of, Panel panel, Timing timing, Undrawn why) {
        Interpolation names = twinNames(of, timing);
        Panel asked = twin(panel).orElse(null);
        if (asked == null || !sources.hasReadings()) {
            return plain(panel, why, timing);
        }
        List<Answer> answers = new ArrayList<>();
        try {
            for (Target each : asked.targets()) {
                if (!(each instanceof Target.Prometheus query)) {
                    return plain(panel, why, timing);
                }
                String text = names.text(query.expression(), Place.PROMQL);
                Optional<StoredExpression> expression = StoredExpression.read(text);
                if (expression.isEmpty()) {
                    return plain(panel, why, timing);
                }
                Frame frame = sources.stored(query.refId(), expression.get(), query.instant(), timing);
                answers.add(new Answer(query, text, names.text(query.legend(), Place.TEXT), frame));
            }
        } catch (BackendException e) {
            return plain(panel, why, timing);
        }
        Panel drawn = asked.at(panel.grid()).called(panel.title());
        return new Shown(panel, shown(drawn, timing, answers, Origin.BACKEND).content(), Origin.BACKEND, timing.from(),
                timing.to(), timing.step(), answers.isEmpty() ? to : answers.getFirst().frame().at(), null,
                answers.stream().flatMap(each -> each.frame().notes().stream()).toList());
    }

    /** The panel itself, if it asks Prometheus; else the one of the twin that has its title. */
    private Optional<Panel> twin(Panel panel) {
        if (panel.targets().stream().allMatch(Target.Prometheus.class::isInstance)) {
            return Optional.of(panel);
        }
        Dashboard other = request.twin();
        String title = request.dashboard()
                .panels()
                .stream()
                .filter(each -> each.id() == panel.id())
                .map(Panel::title)
                .findFirst()
                .orElse("");
        return other == null
                ? Optional.empty()
                : other.panels()
                        .stream()
                        .filter(each -> each.title().equals(title) && each.type().equals(panel.type()))
                        .findFirst();
    }

    private Timing timing(Panel panel, Interpolation names) {
        Instant begin = from;
        if (!panel.timeFrom().isEmpty()) {
            begin = TimeText.moment("now-" + panel.timeFrom().replaceFirst("^now-", ""), to, request.zone(), false);
        }
        Duration least = Duration.ofSeconds(1);
        for (String written : leastOf(panel)) {
            Duration other = length(names.text(written, Place.PLAIN));
            least = other.compareTo(least) > 0 ? other : least;
        }
        return Timing.of(begin, to, panel.maxPoints(), least, Timing.USUAL_SCRAPE);
    }

    private static List<String> leastOf(Panel panel) {
        List<String> written = new ArrayList<>();
        written.add(panel.interval());
        panel.targets().forEach(each -> {
            if (each instanceof Target.Prometheus query) {
                written.add(query.interval());
            }
        });
        return written;
    }

    private static Duration length(String text) {
        try {
            return text.isBlank() ? Duration.ZERO : TimeText.length(text);
        } catch (IllegalArgumentException e) {
            return Duration.ZERO;
        }
    }
}
