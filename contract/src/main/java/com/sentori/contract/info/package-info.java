/**
 * What a backend says of itself: {@code /api/info}. Each backend fills it in; clients decide by it what they
 * may ask for.
 */
@NullMarked
package com.sentori.contract.info;

import org.jspecify.annotations.NullMarked;
