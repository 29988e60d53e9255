/**
 * The stores of the two backends, real ones: PostgreSQL 18 as a child process, DynamoDB Local in this process,
 * both on the data folder.
 */
@NullMarked
package com.sentori.sandbox.stores;

import org.jspecify.annotations.NullMarked;
