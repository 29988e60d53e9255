/**
 * The server as its image has it: the Dockerfile is carried out here, without a container engine, and what it makes is started as a task would
 * start it. Nothing else uses this.
 */
@NullMarked
package com.sentori.ecs.image;

import org.jspecify.annotations.NullMarked;
