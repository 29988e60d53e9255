package com.sentori.console.terraform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large a resource is that has a price, before and after.
 *
 * @param module address of its module
 * @param name in its configuration, without a key
 * @param before its attributes that count; null where it is not there
 * @param after its attributes that count; null where it will not be there
 */
record Sized(String address, String module, String type, String name, @Nullable Map<String, String> before,
        @Nullable Map<String, String> after, boolean changes) {}
