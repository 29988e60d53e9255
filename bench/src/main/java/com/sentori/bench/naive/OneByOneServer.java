package com.sentori.bench.naive;

import com.sentori.contract.readings.Readings;
import com.sentori.ecs.EcsServer;
import com.sentori.ecs.store.Store;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The server as most would write it: a request, a transaction, an insert. */
@Configuration(proxyBeanMethods = false)
public class OneByOneServer {
    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        // The pool hands its connections out in no order: some of 256 callers wait longer than the product's 1.5 s, which is no fault.
        System.setProperty("spring.datasource.hikari.connection-timeout", "30000");
        new SpringApplication(EcsServer.class, OneByOneServer.class).run(arguments);
    }

    @Bean
    @Primary
    Readings oneByOne(Store store) {
        return new OneByOneReadings(store);
    }
}
