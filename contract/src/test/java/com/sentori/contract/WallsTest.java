package com.sentori.contract;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.contract")
                .room("errors")
                .room("json", "errors")
                .room("pages", "errors", "json")
                .room("auth", "errors")
                .room("http", "errors", "json", "auth")
                .room("idempotency", "errors", "json", "http")
                .room("runs", "errors", "json", "auth", "pages", "http", "idempotency")
                .room("readings", "errors", "json", "pages", "http", "idempotency", "runs")
                .room("summary", "errors", "pages", "http", "runs", "readings")
                .room("stream", "errors", "json", "auth", "pages", "http", "runs", "readings")
                .room("reports", "errors", "json", "pages", "http", "runs", "readings", "summary")
                .room("info", "json", "auth", "http", "runs", "readings")
                .check();
    }
}
