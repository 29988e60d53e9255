/**
 * The sandbox's own issuer of tokens: keys that stay in the data folder, the addresses at which backends find their public
 * part, and tokens. A flow by which the console has a token made for who sits before it would be a further address of
 * {@link com.sentori.sandbox.issuer.IssuerServer}. The wiring comes in.
 */
@NullMarked
package com.sentori.sandbox.issuer;

import org.jspecify.annotations.NullMarked;
