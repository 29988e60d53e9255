package com.sentori.sandbox;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.sandbox")
                .mayUseModules("com.sentori.contract", "com.sentori.lambda")
                .room("processes")
                .room("stores", "processes")
                .room("scraping", "processes")
                .room("issuer")
                .room("gateway")
                .room("metrics")
                .room("logs", "metrics")
                .room("figures", "gateway", "logs", "metrics")
                .room("metricmath", "metrics")
                .room("insights", "logs")
                .room("cloudwatch", "metrics", "metricmath", "logs", "insights")
                .root("processes", "scraping", "stores", "issuer", "gateway", "figures", "logs", "metrics",
                        "cloudwatch")
                .check();
    }
}
