package com.sentori.contract.kit;

import org.junit.jupiter.api.Nested;

/**
 * The contract as tests, by topic. A backend's integration test extends it, names its server and inherits
 * every test; the server must be up before the first one and is the test's to end:
 *
 * <pre>{@code
 * class EcsContractIT extends ContractKit {
 *     @Override
 *     protected Target target() {
 *         return Target.of(SERVER.address(), "ecs", Duration.ofSeconds(2));
 *     }
 * }
 * }</pre>
 *
 * <p>
 * The kit ends all running runs before each of its tests, so it wants the server for itself. Its tests run
 * one after the other.
 */
public abstract class ContractKit {
    /** The server under test; may be asked for often. */
    protected abstract Target target();

    @Nested
    class Starting extends StartKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Ending extends EndKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Expiring extends ExpiryKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class LookingAtRuns extends RunPagesKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Ingesting extends IngestKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Searching extends SearchKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Tailing extends TailKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Conventions extends ConventionsKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Refusals extends ErrorsKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Filtering extends RunFilterKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Summing extends SummaryKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Downloading extends ReportKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Streaming extends StreamKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Repeating extends IdempotencyKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class WebPages extends BrowsersKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class Information extends InfoKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }

    @Nested
    class ExistingWebFront extends WebFrontKit {
        @Override
        Target target() {
            return ContractKit.this.target();
        }
    }
}
