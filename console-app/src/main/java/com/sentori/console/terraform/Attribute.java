package com.sentori.console.terraform;

/**
 * An attribute that changes.
 *
 * @param path as {@code tags.Name} or {@code ingress[0].cidr_blocks[1]}
 * @param before what it is
 * @param after what it will be
 * @param replaces whether the resource has to be made anew because of it
 */
public record Attribute(String path, Value before, Value after, boolean replaces) {}
