/**
 * Terraform without a screen: environments and their file, the program and what it prints, plans with all secrets taken out, what may be destroyed, and what it
 * costs. The screen of the infrastructure and the command line come in.
 */
@NullMarked
package com.sentori.console.terraform;

import org.jspecify.annotations.NullMarked;
