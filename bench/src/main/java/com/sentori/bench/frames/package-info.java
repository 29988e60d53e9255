/**
 * Charts that draw frame after frame, each in a process of its own, and how long their frames take: the product's engine, JavaFX's own chart, a plain canvas, and
 * a chart of the web. The measurements come in.
 */
@NullMarked
package com.sentori.bench.frames;

import org.jspecify.annotations.NullMarked;
