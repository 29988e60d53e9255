package com.sentori.console.infra;

import com.sentori.console.terraform.Message;
import com.sentori.console.terraform.Message.Phase;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** How far each resource is, gathered on Terraform's thread and shown at most once until the screen has taken it: however much Terraform says, the screen is asked for no more than it can draw. */
final class Ongoing implements Consumer<Message> {
    private final Map<String, Message.Progress> fresh = new ConcurrentHashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicLong done = new AtomicLong();
    private final Runnable tell;
    private volatile boolean interrupted;

    /** Tells, from Terraform's thread, that there is something to {@link #take}. */
    Ongoing(Runnable tell) {
        this.tell = tell;
    }

    @Override
    public void accept(Message message) {
        switch (message) {
            case Message.Progress progress -> {
                Message.Progress before = fresh.put(progress.address(), progress);
                if (progress.phase() == Phase.DONE && (before == null || before.phase() != Phase.DONE)) {
                    done.incrementAndGet();
                }
            }
            case Message.Interrupted() -> interrupted = true;
            case Message.Planned _,Message.Complaint _,Message.Summary _ -> {
                return;
            }
        }
        if (told.compareAndSet(false, true)) {
            tell.run();
        }
    }

    /** What is new since it was asked last. */
    Map<String, Message.Progress> take() {
        told.set(false);
        Map<String, Message.Progress> now = new HashMap<>(fresh);
        now.forEach(fresh::remove);
        return now;
    }

    /** Resources that are done. */
    long done() {
        return done.get();
    }

    /** Whether Terraform has said that it ends in order. */
    boolean isInterrupted() {
        return interrupted;
    }
}
