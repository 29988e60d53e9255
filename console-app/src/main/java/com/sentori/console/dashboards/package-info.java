/**
 * Grafana's dashboards without Grafana: reads the classic JSON, puts variables and times into its queries, has them answered, and says what each panel shows,
 * in words and figures. It knows nothing of how that is drawn; the screen and the command line come in.
 */
@NullMarked
package com.sentori.console.dashboards;

import org.jspecify.annotations.NullMarked;
