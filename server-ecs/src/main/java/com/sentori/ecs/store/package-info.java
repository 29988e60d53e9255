/**
 * PostgreSQL as this server uses it: transactions, statements from files, and which of its failures mean that
 * it does not answer. The features' stores come in.
 */
@NullMarked
package com.sentori.ecs.store;

import org.jspecify.annotations.NullMarked;
