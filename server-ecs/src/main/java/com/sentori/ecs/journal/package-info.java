/**
 * What the server says of each request. The adapter to Tomcat and the wiring come in.
 */
@NullMarked
package com.sentori.ecs.journal;

import org.jspecify.annotations.NullMarked;
