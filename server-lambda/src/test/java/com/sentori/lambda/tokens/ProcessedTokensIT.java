package com.sentori.lambda.tokens;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.SignedTokens;
import com.sentori.contract.kit.IssuerKit;
import java.time.Clock;

class ProcessedTokensIT extends IssuerKit {
    @Override
    protected SignedTokens of(AuthMode.Jwt mode) {
        return new ProcessedTokens(mode, Clock.systemUTC());
    }
}
