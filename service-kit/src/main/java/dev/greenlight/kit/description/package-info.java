/** What a service says of its HTTP interface at {@code /v3/api-docs}; summaries, examples and problems come from the documentation. */
@NullMarked
package dev.greenlight.kit.description;

import org.jspecify.annotations.NullMarked;
