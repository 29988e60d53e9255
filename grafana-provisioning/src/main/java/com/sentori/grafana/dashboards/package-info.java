/**
 * The dashboards: what they show is said once, in {@code dashboards.yaml}, and written here as Grafana's JSON for each family of datasources. The module's root comes
 * in.
 */
@NullMarked
package com.sentori.grafana.dashboards;

import org.jspecify.annotations.NullMarked;
