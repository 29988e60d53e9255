/**
 * From Tomcat to the contract's pipeline and back, for every request there can be. The wiring comes in.
 */
@NullMarked
package com.sentori.ecs.api;

import org.jspecify.annotations.NullMarked;
