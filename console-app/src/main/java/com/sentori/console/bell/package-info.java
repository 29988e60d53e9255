/**
 * The screen of alarms and of their rules, the counter that is always there, and how they ring: a notification and a sound. The limits that charts draw are brought
 * together with the rules here. The wiring comes in.
 */
@NullMarked
package com.sentori.console.bell;

import org.jspecify.annotations.NullMarked;
