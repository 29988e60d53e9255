/**
 * CloudWatch's metric math: expressions over series of metrics, and searches for metrics. The endpoint comes in with an expression
 * and what its names stand for.
 */
@NullMarked
package com.sentori.sandbox.metricmath;

import org.jspecify.annotations.NullMarked;
