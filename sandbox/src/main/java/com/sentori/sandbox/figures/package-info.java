/**
 * The figures that AWS itself would publish of the functions, the REST API and the tables, measured around them here. The
 * sandbox puts them in between.
 */
@NullMarked
package com.sentori.sandbox.figures;

import org.jspecify.annotations.NullMarked;
