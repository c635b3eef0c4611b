/** Opportunities, accounts and products as the CRM knows them. */
@NullMarked
package dev.greenlight.sales.opportunity;

import org.jspecify.annotations.NullMarked;
