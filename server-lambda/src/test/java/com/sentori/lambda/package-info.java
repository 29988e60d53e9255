/** What the tests of several rooms share: both ports on one store, a clock that is moved, many callers. */
@NullMarked
package com.sentori.lambda;

import org.jspecify.annotations.NullMarked;
