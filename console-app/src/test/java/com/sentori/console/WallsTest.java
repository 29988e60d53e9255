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
                .room("sources", "backends")
                .room("journal")
                .room("simulator")
                .room("thresholds")
                .room("charts", "stage", "thresholds")
                .room("documents")
                .room("scenarios", "documents", "simulator")
                .room("terraform", "backends", "documents", "secrets")
                .room("spool")
                .room("rules", "backends", "documents", "simulator", "thresholds")
                .room("alarms", "backends", "rules", "thresholds")
                .room("alerting", "rules", "thresholds")
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
                .room("history", "backends", "connections", "journal", "live", "reports", "runs", "series", "stage")
                .room("dashboards", "backends", "secrets", "sources", "vitals")
                .room("boards", "backends", "charts", "connections", "dashboards", "sources", "stage", "thresholds")
                .room("cloud", "backends", "connections", "reports", "sources", "stage")
                .room("infra", "backends", "charts", "connections", "stage", "terraform")
                .room("bell", "alarms", "alerting", "backends", "guard", "live", "rules", "stage", "thresholds")
                .room("layouts", "backends", "charts", "live", "stage")
                .room("app", "alarms", "backends", "bell", "boards", "charts", "cloud", "connections", "crashes",
                        "credentials", "dashboards", "guard", "history", "infra", "journal", "layouts", "live",
                        "overview", "palette",
                        "reports", "rules", "runs", "series", "stage", "start", "terraform", "watchdog")
                .room("doctor", "backends", "credentials", "journal", "secrets", "terraform", "vitals")
                .room("cli", "alarms", "alerting", "app", "backends", "dashboards", "doctor", "feed", "guard",
                        "reports", "rules", "runs", "scenarios", "secrets", "signin", "simulator", "stage", "terraform",
                        "vitals")
                .check();
    }
}
