package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Whether data go with a resource that is destroyed or replaced. A store of data is let go only if its own protection was taken off by an earlier plan that was applied: what counts
 * is how it is now, not what the same plan says. A kind of store that has no protection of its own is let go if it was given the tag {@value #TAG} with the value {@code true}.
 */
public enum Loss {
    /** It holds none, or stays. */
    @JsonProperty("none")
    NONE,
    /** It does, and was unprotected before. */
    @JsonProperty("unprotected")
    UNPROTECTED,
    /** It does, and is protected: nothing of the plan is applied. */
    @JsonProperty("refused")
    REFUSED;

    private static final String TAG = "sentori:unprotected";

    /** What must have which value now before it may go. */
    private record Proof(String attribute, boolean value) {}

    private static final Map<String, Proof> PROOFS = Map.ofEntries(
            Map.entry("aws_db_instance", new Proof("deletion_protection", false)),
            Map.entry("aws_rds_cluster", new Proof("deletion_protection", false)),
            Map.entry("aws_dynamodb_table", new Proof("deletion_protection_enabled", false)),
            Map.entry("aws_s3_bucket", new Proof("force_destroy", true)),
            Map.entry("aws_ecr_repository", new Proof("force_delete", true)),
            Map.entry("aws_efs_file_system", new Proof(TAG, true)),
            Map.entry("aws_ebs_volume", new Proof(TAG, true)));

    /** What goes with a resource that is as in {@code before}. */
    static Loss of(String type, Action action, JsonNode before) {
        Proof proof = PROOFS.get(type);
        if (proof == null || !action.destroys()) {
            return NONE;
        }
        if (proof.attribute.equals(TAG)) {
            return before.path("tags").path(TAG).asString("").equals("true") ? UNPROTECTED : REFUSED;
        }
        JsonNode now = before.path(proof.attribute);
        return now.isBoolean() && now.asBoolean() == proof.value ? UNPROTECTED : REFUSED;
    }
}
