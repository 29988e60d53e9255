package com.sentori.ecs.tokens;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.SignedTokens;
import com.sentori.contract.kit.IssuerKit;
import java.time.Clock;

class DecodedTokensIT extends IssuerKit {
    @Override
    protected SignedTokens of(AuthMode.Jwt mode) {
        return DecodedTokens.of(mode, Clock.systemUTC());
    }
}
