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
                .room("documents")
                .room("scenarios", "documents", "simulator")
                .room("spool")
                .room("rules", "backends", "documents", "simulator", "thresholds")
                .room("alarms", "backends", "rules", "thresholds")
                .room("series", "charts", "journal")
                .room("feed", "backends", "vitals")
                .room("runs", "backends", "feed", "scenarios", "simulator", "spool")
                .room("guard", "alarms", "backends", "feed", "rules", "runs", "vitals")
                .room("signin", "backends")
                .room("stage")
                .room("reports", "backends", "charts", "journal", "runs", "scenarios", "simulator", "stage", "vitals")
                .room("palette", "stage")
                .room("credentials", "backends")
                .room("connections", "backends", "credentials", "signin", "stage", "vitals")
                .room("twins", "backends", "feed", "runs", "stage")
                .room("live", "alarms", "backends", "charts", "connections", "feed", "guard", "journal", "reports",
                        "rules", "runs", "scenarios", "series", "stage", "thresholds", "twins", "vitals")
                .room("start", "backends", "connections", "live", "runs", "scenarios", "simulator", "spool", "stage")
                .room("overview", "backends", "connections", "live", "stage")
                .room("history", "backends", "connections", "journal", "live", "reports", "series", "stage")
                .room("bell", "alarms", "backends", "guard", "live", "rules", "stage", "thresholds")
                .room("layouts", "backends", "charts", "live", "stage")
                .room("app", "alarms", "backends", "bell", "charts", "connections", "crashes", "credentials", "guard",
                        "history", "journal", "layouts", "live", "overview", "palette", "reports", "rules", "runs",
                        "series", "stage", "start", "watchdog")
                .room("doctor", "backends", "credentials", "journal", "secrets", "vitals")
                .room("cli", "alarms", "app", "backends", "doctor", "feed", "guard", "reports", "rules", "runs",
                        "scenarios", "secrets", "signin", "simulator", "stage", "vitals")
                .check();
    }
}
