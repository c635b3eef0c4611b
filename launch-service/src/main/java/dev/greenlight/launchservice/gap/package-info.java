/** What customers miss, merged from field reports, and what product decided of it. */
@NullMarked
package dev.greenlight.launchservice.gap;

import org.jspecify.annotations.NullMarked;
