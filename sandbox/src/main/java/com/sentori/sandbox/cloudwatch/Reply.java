package com.sentori.sandbox.cloudwatch;

import java.util.Map;

/** An answer as it goes. */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Reply(int status, Map<String, String> headers, byte[] body) {}
