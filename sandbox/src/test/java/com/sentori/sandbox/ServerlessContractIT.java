package com.sentori.sandbox;

import com.sentori.contract.kit.ContractKit;
import com.sentori.contract.kit.Target;
import com.sentori.sandbox.parts.SharedSandbox;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("expiry is a matter of seconds")
class ServerlessContractIT extends ContractKit {
    @Override
    protected Target target() {
        return SharedSandbox.OPEN.target("serverless");
    }
}
