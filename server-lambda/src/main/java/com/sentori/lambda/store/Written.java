package com.sentori.lambda.store;

/** What became of a conditional write. */
public sealed interface Written {
    /**
     * It is durable.
     *
     * @param after the item as an update left it; empty after other writes
     */
    record Done(Item after) implements Written {}

    /**
     * The condition did not hold; nothing was written.
     *
     * @param at which write of a transaction, from 0
     * @param found the item that was there; empty if there was none
     */
    record Refused(int at, Item found) implements Written {}
}
