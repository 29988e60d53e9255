package com.sentori.sandbox;

import com.sentori.contract.auth.Role;
import com.sentori.sandbox.issuer.Issuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command {@code ./sentori token}. */
@Command(name = "sentori token", mixinStandardHelpOptions = true, description = "Prints a token for the backends of a sandbox that was started with --auth jwt, and nothing else. Whoever has it is that user.")
public final class TokenCommand implements Callable<Integer> {
    @Option(names = "--user", required = true, paramLabel = "NAME", description = "Whom it names (3 to 20 of A-Z a-z 0-9 . _ -).")
    private String user = "";

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "operator", description = "viewer: reads. operator: also starts runs, feeds and ends its own. admin: everyone's. Default: ${DEFAULT-VALUE}.")
    private Role role = Role.OPERATOR;

    @Option(names = "--ttl", paramLabel = "TIME", defaultValue = "8h", converter = Life.class, description = "How long it is valid: 90s, 30m, 8h (default: ${DEFAULT-VALUE}).")
    private Duration life = Duration.ofHours(8);

    @Option(names = "--data", paramLabel = "DIR", defaultValue = Main.DATA, description = "The data of the sandbox (default: .sentori/sandbox).")
    private Path data = Path.of(".sentori", "sandbox");

    private TokenCommand() {}

    /** Prints one. */
    public static void main(String[] args) {
        System.exit(Main.commandLine(new TokenCommand(), System.out).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        System.out.println(Issuer.of(data.toAbsolutePath().normalize()).token(user, role, life, Instant.now()));
        return 0;
    }

    static final class Life implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,7})([smh])");

        @Override
        public Duration convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is no time such as 90s, 30m or 8h");
            }
            return Duration.parse("PT" + form.group(1) + form.group(2));
        }
    }
}
