/**
 * The sandbox: both backends on one machine, started, watched and stopped by one command. This package wires
 * the others and is where the process begins.
 */
@NullMarked
package com.sentori.sandbox;

import org.jspecify.annotations.NullMarked;
