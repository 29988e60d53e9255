package com.sentori.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Keeping;
import com.sentori.console.backends.Token;
import com.sentori.console.connections.TokensModel.Standing;
import com.sentori.console.credentials.Safe;
import com.sentori.console.credentials.SealedFile;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

class TokensModelTest {
    private static final String TOKEN = "planted-token-0001";
    private static final BackendProfile NOBODY = BackendProfile.of("ecs", "http://127.0.0.1:9");

    @TempDir
    private Path folder;
    private final Actions actions = new Actions(Runnable::run, Runnable::run);
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Desk desk = new Desk();

    private record Opened(Backends backends, ConnectionsModel connections,
            TokensModel tokens) implements AutoCloseable {
        @Nullable
        Token token() {
            return connections.items().getFirst().connection().client().token();
        }

        @Override
        public void close() {
            backends.close();
        }
    }

    private Opened open(Keeping keeping, Callable<Optional<? extends Safe>> keychain) {
        Backends backends = new Backends(List.of(NOBODY), "tester", Clock.systemUTC());
        ConnectionsModel connections = new ConnectionsModel(backends, texts, desk, () -> {});
        return new Opened(backends, connections, new TokensModel(connections, keeping, keychain, folder, actions, texts,
                desk, () -> {}));
    }

    @Test
    void a_token_is_kept_in_the_file_and_there_at_the_next_start_once_it_is_open() {
        try (Opened first = open(Keeping.FILE, Optional::empty)) {
            first.tokens.passphraseProperty().set("correct horse");
            first.tokens.unlock();
            first.connections.tokenProperty().set(TOKEN);
            first.connections.useToken();
        }
        try (Opened second = open(Keeping.FILE, Optional::empty)) {
            assertThat(second.tokens.standingProperty().get()).isEqualTo(Standing.FILE_CLOSED);
            assertThat(second.token()).isNull();
            second.tokens.passphraseProperty().set("wrong horse");
            second.tokens.unlock();
            assertThat(Objects.requireNonNull(desk.noticeProperty().get()).sentence()).contains("does not open");
            second.tokens.passphraseProperty().set("correct horse");
            second.tokens.unlock();
            assertThat(second.tokens.standingProperty().get()).isEqualTo(Standing.FILE);
            assertThat(Objects.requireNonNull(second.token()).text()).isEqualTo(TOKEN);
            second.connections.remove();
        }
        try (Opened third = open(Keeping.FILE, Optional::empty)) {
            third.tokens.passphraseProperty().set("correct horse");
            third.tokens.unlock();
            assertThat(third.token()).isNull();
        }
    }

    @Test
    void without_a_keychain_a_token_is_for_the_session_and_nothing_is_written() {
        try (Opened opened = open(Keeping.KEYCHAIN, Optional::empty)) {
            assertThat(opened.tokens.standingProperty().get()).isEqualTo(Standing.NO_KEYCHAIN);
            opened.connections.tokenProperty().set(TOKEN);
            opened.connections.useToken();
            assertThat(Objects.requireNonNull(opened.token()).text()).isEqualTo(TOKEN);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_keychain_that_fails_is_none() {
        try (Opened opened = open(Keeping.KEYCHAIN, () -> {
            throw new IllegalStateException("no bus");
        })) {
            assertThat(opened.tokens.standingProperty().get()).isEqualTo(Standing.NO_KEYCHAIN);
        }
    }

    @Test
    void another_way_takes_the_tokens_along_and_leaves_none_behind() throws Exception {
        Safe keychain = SealedFile.open(folder.resolve("keychain"), "x".toCharArray());
        keychain.keep(NOBODY.url().toString(), TOKEN);
        try (Opened opened = open(Keeping.KEYCHAIN, () -> Optional.of(keychain))) {
            assertThat(Objects.requireNonNull(opened.token()).text()).isEqualTo(TOKEN);
            opened.tokens.choose(Keeping.FILE);
            opened.tokens.passphraseProperty().set("correct horse");
            opened.tokens.unlock();
            assertThat(keychain.find(NOBODY.url().toString())).isEmpty();
            assertThat(SealedFile.open(folder, "correct horse".toCharArray()).find(NOBODY.url().toString()))
                    .contains(TOKEN);
            opened.tokens.choose(Keeping.SESSION);
            assertThat(SealedFile.open(folder, "correct horse".toCharArray()).find(NOBODY.url().toString()))
                    .isEmpty();
        }
    }
}
