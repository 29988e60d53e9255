package com.sentori.ecs;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.Callers;
import com.sentori.contract.auth.TokenCallers;
import com.sentori.contract.http.Api;
import com.sentori.contract.http.Route;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.idempotency.Answers;
import com.sentori.contract.info.InfoRoutes;
import com.sentori.contract.readings.ReadingRoutes;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.reports.Report;
import com.sentori.contract.reports.ReportRoutes;
import com.sentori.contract.reports.StreamedDelivery;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.RunRoutes;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.stream.RunStreams;
import com.sentori.contract.summary.Summaries;
import com.sentori.contract.summary.SummaryRoutes;
import com.sentori.ecs.answers.JdbcAnswers;
import com.sentori.ecs.api.ApiServlet;
import com.sentori.ecs.api.HeldBytes;
import com.sentori.ecs.api.TomcatSetup;
import com.sentori.ecs.journal.RequestLog;
import com.sentori.ecs.meters.IngestMeters;
import com.sentori.ecs.meters.SensorMeters;
import com.sentori.ecs.operations.HealthRoutes;
import com.sentori.ecs.operations.Housekeeping;
import com.sentori.ecs.operations.StartRefused;
import com.sentori.ecs.partitions.Partitions;
import com.sentori.ecs.readings.JdbcReadings;
import com.sentori.ecs.runs.JdbcRuns;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.tokens.DecodedTokens;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/** The {@code ecs} backend: the contract's calls over PostgreSQL, on Spring Boot. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(EcsSettings.class)
public class EcsServer {
    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        SpringApplication.run(EcsServer.class, arguments);
    }

    @Bean
    ServerSettings serverSettings(EcsSettings settings, ServerProperties server, BuildProperties build,
            Environment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
            throw new StartRefused("The management port must not be the API's, where everyone would read the metrics:"
                    + " set management.server.port to another one.");
        }
        return settings.forServer(String.valueOf(build.getVersion()), server.getAddress());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Lifecycle lifecycle(ServerSettings settings) {
        return new Lifecycle(settings.grace());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Store store(DataSource pool) {
        return new Store(pool);
    }

    @Bean
    JdbcAnswers answers(Store store) {
        return new JdbcAnswers(store);
    }

    @Bean
    JdbcRuns runs(Store store, Lifecycle lifecycle, Clock clock) {
        return new JdbcRuns(store, lifecycle, clock);
    }

    @Bean
    SensorMeters sensorMeters(Runs runs, EcsSettings settings, PrometheusRegistry registry) {
        SensorMeters meters = new SensorMeters(runs, settings.maxSeries());
        registry.register(meters);
        return meters;
    }

    @Bean
    Readings readings(Store store, Runs runs, Lifecycle lifecycle, SensorMeters sensors, EcsSettings settings,
            MeterRegistry registry) {
        JdbcReadings readings = new JdbcReadings(store, runs, lifecycle, settings.maxWaitingReadings(),
                new IngestMeters(registry, sensors));
        Gauge.builder("sentori.ingest.waiting", readings, JdbcReadings::waitingRequests)
                .description("Requests that wait for their commit.")
                .register(registry);
        Gauge.builder("sentori.ingest.waiting.readings", readings, JdbcReadings::waitingReadings)
                .description("Readings that wait for their commit, of which there is a most.")
                .register(registry);
        return readings;
    }

    @Bean
    RequestLog requestLog(MeterRegistry registry) {
        RequestLog log = new RequestLog(new FileOutputStream(FileDescriptor.out));
        FunctionCounter.builder("sentori.requestlog.dropped", log, RequestLog::dropped)
                .description("Lines of requests that were not written, because the log was behind.")
                .register(registry);
        return log;
    }

    @Bean
    Callers callers(ServerSettings settings, EcsSettings own, Clock clock) {
        return own.limited(settings.auth() instanceof AuthMode.Jwt jwt
                ? new TokenCallers(DecodedTokens.of(jwt, clock), jwt, clock)
                : Callers.OPEN);
    }

    @Bean
    Api api(ServerSettings settings, Callers callers, Runs runs, Readings readings, Answers answers, RunStreams streams,
            Store store,
            Clock clock, HealthEndpoint health) {
        Summaries summaries = new Summaries(runs, readings, Summaries.PATIENCE);
        String instanceId = store.instanceId().toString();
        List<Route> routes = Stream
                .of(RunRoutes.of(runs, answers, settings, clock),
                        ReadingRoutes.of(runs, readings, answers, settings, clock),
                        SummaryRoutes.of(summaries),
                        ReportRoutes.of(runs, run -> RunRoutes.shown(run, settings),
                                new StreamedDelivery(new Report(readings, summaries::whole))),
                        streams.routes(),
                        InfoRoutes.of(settings, () -> instanceId, clock), HealthRoutes.of(health))
                .flatMap(List::stream)
                .toList();
        return new Api(settings, callers, routes);
    }

    /**
     * Ends the runs that have expired, deletes answers that nobody may ask for again, makes the next day's place for readings before it
     * comes, and forgets runs whose time is over.
     */
    @Bean
    Housekeeping housekeeping(JdbcRuns runs, JdbcAnswers answers, Store store, EcsSettings settings, Clock clock) {
        Partitions partitions = new Partitions(store);
        return new Housekeeping(List.of(runs::countRunning, () -> answers.forget(clock.instant()),
                () -> partitions.ensure(clock.instant().plus(Duration.ofDays(1))),
                () -> settings.forgetBefore(clock.instant()).ifPresent(runs::forget),
                () -> settings.forgetBefore(clock.instant()).ifPresent(partitions::drop)));
    }

    @Bean
    RunStreams streams(ServerSettings settings, Runs runs, Readings readings, Clock clock) {
        return new RunStreams(runs, readings, run -> RunRoutes.shown(run, settings), clock);
    }

    /** Streams end before the server waits for its answers under way. */
    @Bean
    ApplicationListener<ContextClosedEvent> streamsEnd(RunStreams streams) {
        return closed -> streams.close();
    }

    @Bean
    ServletRegistrationBean<ApiServlet> apiServlet(Api api, EcsSettings settings, RequestLog log,
            MeterRegistry registry) {
        HeldBytes held = new HeldBytes((int) settings.maxBodies().toBytes());
        Gauge.builder("sentori.bodies.bytes", held, HeldBytes::held)
                .description("Bytes of bodies of requests and answers that are held, of which there is a most.")
                .register(registry);
        ServletRegistrationBean<ApiServlet> servlet = new ServletRegistrationBean<>(
                new ApiServlet(api, settings.bodyTime(), settings.requestLog() ? log : line -> {}, held), "/*");
        servlet.setName("api");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    @Bean
    TomcatSetup tomcatSetup() {
        return new TomcatSetup();
    }
}
