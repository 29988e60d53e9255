/** What Grafana and Prometheus are given when they start. Who builds their images takes the files, nobody calls in. */
@NullMarked
package com.sentori.grafana;

import org.jspecify.annotations.NullMarked;
