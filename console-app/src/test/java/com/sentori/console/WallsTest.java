package com.sentori.console;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.console")
                .mayUseModules("com.sentori.contract")
                .room("vitals")
                .room("watchdog")
                .room("secrets")
                .room("crashes", "secrets")
                .room("backends", "secrets", "vitals")
                .room("journal")
                .room("simulator")
                .room("thresholds")
                .room("charts", "thresholds")
                .room("scenarios", "simulator")
                .room("spool")
                .room("series", "charts", "journal")
                .room("feed", "backends", "vitals")
                .room("runs", "backends", "feed", "scenarios", "simulator", "spool")
                .room("exports", "backends", "runs", "simulator")
                .room("stage")
                .room("palette", "stage")
                .room("credentials", "backends")
                .room("connections", "backends", "credentials", "stage", "vitals")
                .room("twins", "backends", "feed", "runs", "stage")
                .room("live", "backends", "charts", "connections", "feed", "journal", "runs", "scenarios", "series",
                        "stage", "twins", "vitals")
                .room("start", "backends", "connections", "live", "runs", "scenarios", "simulator", "spool", "stage")
                .room("overview", "backends", "connections", "live", "stage")
                .room("history", "backends", "connections", "exports", "journal", "live", "series", "stage")
                .room("layouts", "backends", "live", "stage")
                .room("app", "backends", "charts", "connections", "crashes", "credentials", "exports", "history",
                        "journal", "layouts",
                        "live",
                        "overview", "palette", "runs", "series", "stage", "start", "watchdog")
                .room("doctor", "backends", "credentials", "journal", "secrets", "vitals")
                .room("cli", "app", "backends", "doctor", "exports", "feed", "runs", "scenarios", "secrets",
                        "simulator")
                .check();
    }
}
