package com.sentori.contract.kit;

import org.junit.jupiter.api.Nested;

/** The whole contract on a server that wants tokens, and what tokens and roles allow. Its target has a mint. */
public abstract class JwtContractKit extends ContractKit {
    @Nested
    class Authorising extends AuthorisationKit {
        @Override
        Target target() {
            return JwtContractKit.this.target();
        }
    }
}
