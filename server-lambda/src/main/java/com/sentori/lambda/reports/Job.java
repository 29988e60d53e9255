package com.sentori.lambda.reports;

import com.sentori.lambda.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * A report that is being built, or was.
 *
 * @param id of the report
 * @param isBuilt whether it was built to its end; its object may have expired since
 * @param progress the object that holds how far it was built; null before the first step
 * @param holder the name of the one that holds it; null for nobody
 */
record Job(String id, boolean isBuilt, @Nullable String progress, @Nullable String holder) {
    static Item key(String id) {
        return Item.key("report#" + id, "report");
    }

    static Job of(String id, Item item) {
        return new Job(id, item.has("built"), item.textIfAny("progress"), item.textIfAny("holder"));
    }
}
