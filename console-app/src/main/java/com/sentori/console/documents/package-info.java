/**
 * What the files that people write have in common: how they are read and written, and how the place of a fault in them is named. Whoever reads such a file comes in.
 */
@NullMarked
package com.sentori.console.documents;

import org.jspecify.annotations.NullMarked;
