package com.sentori.lambda;

import com.sentori.contract.walls.Walls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void every_package_uses_only_what_its_place_allows() {
        Walls.of("com.sentori.lambda")
                .mayUseModules("com.sentori.contract")
                .room("store")
                .room("tally")
                .room("journal", "tally")
                .room("log", "store", "tally")
                .room("answers", "store")
                .room("runs", "tally", "store", "log", "answers")
                .room("readings", "tally", "store", "log", "answers")
                .room("bucket", "store")
                .room("reports", "store", "bucket")
                .room("gateway")
                .room("tokens", "store")
                .room("functions", "tally", "journal", "store", "log", "answers", "runs", "readings", "bucket",
                        "reports", "gateway", "tokens")
                .check();
    }
}
