package com.sentori.bench;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.bench")
                .mayUseModules("com.sentori.contract", "com.sentori.console", "com.sentori.ecs", "com.sentori.lambda",
                        "com.sentori.sandbox")
                .room("figures")
                .room("load")
                .room("site")
                .room("naive")
                .room("backends", "figures", "load", "site", "naive")
                .room("frames")
                .room("console", "figures", "frames", "load", "site")
                .room("reports", "figures", "site")
                .root("figures", "backends", "console", "reports")
                .check();
    }
}
