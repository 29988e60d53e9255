package com.sentori.acceptance;

import com.sentori.contract.kit.JwtContractKit;
import com.sentori.contract.kit.Target;
import com.sentori.acceptance.parts.SharedSandbox;

class EcsJwtContractIT extends JwtContractKit {
    @Override
    protected Target target() {
        return SharedSandbox.JWT.target("ecs");
    }
}
