/** What sales does when marketing changes a plan or asks to go live. */
@NullMarked
package dev.greenlight.sales.planchange;

import org.jspecify.annotations.NullMarked;
