/**
 * Looks at everything that can be wrong around a console, changes nothing, and says what to do. The command line comes in.
 */
@NullMarked
package com.sentori.console.doctor;

import org.jspecify.annotations.NullMarked;
