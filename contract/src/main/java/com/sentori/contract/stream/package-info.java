/**
 * The live tail as server-sent events, for backends that can keep an answer open. Whoever watches a run shares one reader of the
 * store with all who watch it on the same server.
 */
@NullMarked
package com.sentori.contract.stream;

import org.jspecify.annotations.NullMarked;
