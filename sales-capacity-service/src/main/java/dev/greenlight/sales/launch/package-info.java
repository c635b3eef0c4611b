/** The launches as sales has heard of them: what is asked of each market. */
@NullMarked
package dev.greenlight.sales.launch;

import org.jspecify.annotations.NullMarked;
