package com.sentori.sandbox;

import com.sentori.contract.kit.JwtContractKit;
import com.sentori.contract.kit.Target;
import com.sentori.sandbox.parts.SharedSandbox;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("expiry is a matter of seconds")
class ServerlessJwtContractIT extends JwtContractKit {
    @Override
    protected Target target() {
        return SharedSandbox.JWT.target("serverless");
    }
}
