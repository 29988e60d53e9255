/**
 * What is measured of the readings, for the scraper of the management port. The wiring comes in.
 */
@NullMarked
package com.sentori.ecs.meters;

import org.jspecify.annotations.NullMarked;
