/** The identity provider that Greenlight brings for where a company has none; only with profile identity-provider. */
@NullMarked
package dev.greenlight.edge.identity;

import org.jspecify.annotations.NullMarked;
