package com.sentori.acceptance;

import com.sentori.contract.kit.ContractKit;
import com.sentori.contract.kit.Target;
import com.sentori.acceptance.parts.SharedSandbox;

class ServerlessContractIT extends ContractKit {
    @Override
    protected Target target() {
        return SharedSandbox.OPEN.target("serverless");
    }
}
