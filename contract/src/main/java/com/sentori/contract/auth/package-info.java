/**
 * Who calls, and what they may: roles, the identity in a token, and the port by which a backend has a token's signature
 * verified. The request pipeline and the features' calls come in; no backend decides by itself who may do what.
 */
@NullMarked
package com.sentori.contract.auth;

import org.jspecify.annotations.NullMarked;
