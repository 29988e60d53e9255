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
}
