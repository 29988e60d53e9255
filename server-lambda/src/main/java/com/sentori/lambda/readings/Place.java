package com.sentori.lambda.readings;

/**
 * A place in a run's log, as one number that grows with it.
 *
 * @param slot from 1; 0 before the first
 * @param index of the reading in the slot, from 0
 */
record Place(long slot, int index) {
    /** More than any slot holds readings. */
    private static final int SLOT = 8192;
    /** After everything. */
    static final Place END = new Place(Long.MAX_VALUE / SLOT - 1, 0);

    static Place parse(String text) {
        long number = Long.parseLong(text);
        return new Place(number / SLOT, (int) (number % SLOT));
    }

    String write() {
        return Long.toString(slot * SLOT + index);
    }
}
