package com.sentori.console.alarms;

/**
 * Which alarm: of a rule there is one for each thing that it watches.
 *
 * @param rule the rule's id
 * @param source where its figures come from
 * @param sensor whose values; empty where the figure is of the whole run
 * @param type of the values; empty where the figure is of the whole run
 */
public record Key(String rule, Source source, String sensor, String type) {}
