/**
 * The Prometheus that watches the sandbox's server-ecs, where it is installed. The sandbox comes in.
 */
@NullMarked
package com.sentori.sandbox.scraping;

import org.jspecify.annotations.NullMarked;
