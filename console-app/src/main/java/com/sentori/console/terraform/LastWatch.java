package com.sentori.console.terraform;

/** Does something before this process ends, if it ends before the watch is closed. */
final class LastWatch implements AutoCloseable {
    private final Thread hook;

    private LastWatch(Thread hook) {
        this.hook = hook;
    }

    static LastWatch over(Runnable last) {
        Thread hook = Thread.ofPlatform().name("terraform-last").unstarted(last);
        Runtime.getRuntime().addShutdownHook(hook);
        return new LastWatch(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is at work.
        }
    }
}
