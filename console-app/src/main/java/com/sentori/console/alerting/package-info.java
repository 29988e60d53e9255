/**
 * Rules of alarms in the words of Prometheus and Grafana, for those who are told when no console is open. The command line comes in.
 */
@NullMarked
package com.sentori.console.alerting;

import org.jspecify.annotations.NullMarked;
