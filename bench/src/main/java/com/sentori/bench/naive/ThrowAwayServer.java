package com.sentori.bench.naive;

import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.readings.Readings;
import com.sentori.ecs.EcsServer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The server, but that readings are parsed, answered and forgotten: what HTTP and JSON alone allow. */
@Configuration(proxyBeanMethods = false)
public class ThrowAwayServer {
    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        new SpringApplication(EcsServer.class, ThrowAwayServer.class).run(arguments);
    }

    @Bean
    @Primary
    Readings thrownAway() {
        return new Forgetful();
    }

    private record Forgetful() implements Readings {
        @Override
        public List<Reading> append(String runId, List<NewReading> readings, Instant receivedAt,
                Memo<List<Reading>> memo) {
            return IntStream.range(0, readings.size())
                    .mapToObj(i -> Reading.of(runId, i + 1L, readings.get(i), receivedAt))
                    .toList();
        }

        @Override
        public Slice<Reading> tail(String runId, @Nullable String after, int limit) {
            return new Slice<>(List.of(), null);
        }

        @Override
        public Slice<Reading> search(ReadingQuery query, @Nullable String after, int limit) {
            return new Slice<>(List.of(), null);
        }
    }
}
