package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one resource. It holds no secret.
 *
 * @param address unique in the configuration
 * @param module address of its module; empty for the root
 * @param type as {@code aws_db_instance}
 * @param name within its module, with its key where it is one of several
 * @param action what becomes of it
 * @param movedFrom the address that it had; null if it did not move
 * @param reason Terraform's word for why it is replaced, destroyed or read later; null without
 * @param loss whether data go with it
 * @param attributes that change
 * @param more how many attributes change beyond these
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(String address, String module, String type, String name, Action action,
        @Nullable String movedFrom, @Nullable String reason, Loss loss, List<Attribute> attributes, int more) {
    /** Keeps its own copy. */
    public Change {
        attributes = List.copyOf(attributes);
    }
}
