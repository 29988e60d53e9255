package com.sentori.ecs.api;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;

/** The management port has a Tomcat and a context of its own, which Boot makes; it refuses as the API's does. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementPort {
    @Bean
    TomcatSetup managementTomcatSetup() {
        return new TomcatSetup();
    }
}
