/**
 * Queries of CloudWatch Logs Insights over what functions wrote, in a part of its language: {@code fields}, {@code display}, {@code filter}, {@code sort},
 * {@code limit}. The endpoint comes in.
 */
@NullMarked
package com.sentori.sandbox.insights;

import org.jspecify.annotations.NullMarked;
