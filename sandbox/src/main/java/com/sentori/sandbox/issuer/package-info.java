/**
 * The sandbox's own issuer of tokens: keys that stay in the data folder, the addresses at which backends find their public
 * part, tokens, and the pages by which the console has one made for who sits before it. The wiring comes in.
 */
@NullMarked
package com.sentori.sandbox.issuer;

import org.jspecify.annotations.NullMarked;
