/**
 * Calls that a client may repeat: the {@code Idempotency-Key}, and the answer that is kept with a call's effect and given
 * again. Each backend implements {@link com.sentori.contract.idempotency.Answers} and keeps what a
 * {@link com.sentori.contract.idempotency.Memo} tells it to, in the transaction of the effect.
 */
@NullMarked
package com.sentori.contract.idempotency;

import org.jspecify.annotations.NullMarked;
