package com.sentori.console;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.console")
                .mayUseModules("com.sentori.contract")
                .room("backends")
                .room("simulator")
                .room("charts")
                .room("series", "charts")
                .room("feed", "backends")
                .room("runs", "backends", "feed", "simulator")
                .room("exports", "backends", "runs", "simulator")
                .room("stage")
                .room("connections", "backends", "stage")
                .room("live", "backends", "charts", "connections", "feed", "runs", "series", "simulator", "stage")
                .room("start", "backends", "connections", "live", "runs", "simulator", "stage")
                .room("overview", "backends", "connections", "live", "stage")
                .room("history", "backends", "connections", "exports", "live", "stage")
                .room("app", "backends", "charts", "connections", "exports", "history", "live", "overview", "runs",
                        "series", "stage", "start")
                .room("cli", "app", "backends", "exports", "feed", "runs", "simulator")
                .check();
    }
}
