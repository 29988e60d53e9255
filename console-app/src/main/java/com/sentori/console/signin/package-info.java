/**
 * Signing in at the issuer of a backend's tokens: in a browser on this machine, or with a code that is typed on any other one. It gives a
 * token; who uses and keeps it is another's business.
 */
@NullMarked
package com.sentori.console.signin;

import org.jspecify.annotations.NullMarked;
