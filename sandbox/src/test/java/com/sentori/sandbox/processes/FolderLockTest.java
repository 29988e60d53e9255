package com.sentori.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_has_one_owner_at_a_time() throws IOException {
        Path data = folder.resolve("new/data");
        try (FolderLock _ = FolderLock.take(data)) {
            assertThatIllegalArgumentException().isThrownBy(() -> FolderLock.take(data))
                    .withMessage(
                            "Another sandbox uses " + data + ": stop it, or choose another folder with --data.");
        }
        FolderLock.take(data).close();
    }
}
