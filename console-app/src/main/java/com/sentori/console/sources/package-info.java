/**
 * Where figures of a backend come from: Prometheus by its HTTP API and CloudWatch by the AWS SDK, with their answers as one kind of frame; and its logs, from
 * CloudWatch. Without a window; screens and the command line come in.
 */
@NullMarked
package com.sentori.console.sources;

import org.jspecify.annotations.NullMarked;
