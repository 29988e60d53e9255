package com.sentori.console.infra;

import com.sentori.console.terraform.Diagnostic;
import com.sentori.console.terraform.Lock;
import com.sentori.console.terraform.TerraformException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done.
 *
 * @param kind what stood in the way; null where it was the disk
 * @param words what was said about it, in English and without secrets
 * @param diagnostics what Terraform complained about
 * @param lock who holds the state's lock; null if that was not it
 */
public record Trouble(TerraformException.@Nullable Kind kind, String words, List<Diagnostic> diagnostics,
        @Nullable Lock lock) {
    static Trouble of(Exception fault) {
        return fault instanceof TerraformException known
                ? new Trouble(known.kind(), String.valueOf(known.getMessage()), known.diagnostics(), known.lock())
                : new Trouble(null, String.valueOf(fault.getMessage()), List.of(), null);
    }
}
