/**
 * The way to DynamoDB: tables, items, and calls that are tried again inside a time budget. Every room of
 * this module that keeps something comes in.
 */
@NullMarked
package com.sentori.lambda.store;

import org.jspecify.annotations.NullMarked;
