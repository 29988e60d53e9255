/**
 * The request pipeline: what holds for every call, whatever it does. A server turns its own request into an
 * {@link com.sentori.contract.http.ApiRequest}, hands it to {@link com.sentori.contract.http.Api}, and writes
 * the {@link com.sentori.contract.http.ApiResponse}. The calls themselves stand in the features' packages.
 */
@NullMarked
package com.sentori.contract.http;

import org.jspecify.annotations.NullMarked;
