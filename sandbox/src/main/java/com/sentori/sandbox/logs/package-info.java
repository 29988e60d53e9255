/**
 * What the functions write, as CloudWatch Logs would take it: a file for each function, and metrics from the lines that are in the embedded metric
 * format. Whoever runs functions or looks for what they wrote comes in.
 */
@NullMarked
package com.sentori.sandbox.logs;

import org.jspecify.annotations.NullMarked;
