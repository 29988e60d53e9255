package com.sentori.lambda.log;

/**
 * What one slot takes.
 *
 * @param bytes packed readings, less than {@link #MAX_BYTES}
 * @param readings how many
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Load(byte[] bytes, int readings) {
    /** An item of DynamoDB holds 400 KB, names and keys included. */
    public static final int MAX_BYTES = 390 * 1000;
}
