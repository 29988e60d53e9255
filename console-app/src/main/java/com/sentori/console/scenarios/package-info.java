/**
 * Scenario files: read, checked, told by their hash, and those that come with the program. The form, the command line and whoever
 * resumes a run come in.
 */
@NullMarked
package com.sentori.console.scenarios;

import org.jspecify.annotations.NullMarked;
