/** Taking over the CRM's files, row by row. */
@NullMarked
package dev.greenlight.sales.crm;

import org.jspecify.annotations.NullMarked;
