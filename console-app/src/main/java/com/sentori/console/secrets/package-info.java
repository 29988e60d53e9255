/**
 * What must not be seen in anything that leaves the program for people to read: reports of faults, logs, the doctor's findings. Everybody may come in.
 */
@NullMarked
package com.sentori.console.secrets;

import org.jspecify.annotations.NullMarked;
