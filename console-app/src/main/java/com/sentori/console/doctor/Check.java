package com.sentori.console.doctor;

import java.util.List;

/** Looks at something. Waits for disks and networks, each for a few seconds at most. */
interface Check {
    /** What it found; never throws for what it looks at. */
    List<Finding> look() throws InterruptedException;
}
