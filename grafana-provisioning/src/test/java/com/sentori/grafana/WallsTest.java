package com.sentori.grafana;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.grafana")
                .mayUseModules("com.sentori.contract")
                .room("dashboards")
                .root("dashboards")
                .check();
    }
}
