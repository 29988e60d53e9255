package com.sentori.ecs;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.ecs")
                .mayUseModules("com.sentori.contract")
                .room("store")
                .room("answers", "store")
                .room("partitions", "store")
                .room("runs", "store", "answers", "partitions")
                .room("readings", "store", "answers", "partitions", "runs")
                .room("meters", "readings")
                .room("journal")
                .room("api", "journal")
                .room("tokens")
                .room("operations")
                .root("store", "answers", "partitions", "runs", "readings", "meters", "journal", "api", "tokens",
                        "operations")
                .check();
    }
}
