/** Tests of the contract module as a whole. Nobody comes in. */
@NullMarked
package com.sentori.contract;

import org.jspecify.annotations.NullMarked;
