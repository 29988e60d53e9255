/**
 * The contract test kit: what every backend must do, asked over real HTTP and judged by raw answers, never by
 * the contract's own records. Each backend's tests come in through {@link com.sentori.contract.kit.ContractKit}.
 */
@NullMarked
package com.sentori.contract.kit;

import org.jspecify.annotations.NullMarked;
