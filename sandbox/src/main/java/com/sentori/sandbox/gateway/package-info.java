/**
 * A local API Gateway: hands the real Lambda handlers the REST proxy events that AWS would, and turns their
 * answers back. Knows no handler by name; the sandbox gives it two.
 */
@NullMarked
package com.sentori.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
