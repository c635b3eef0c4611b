/** Conventions of the HTTP interface: entity tags, paging, idempotent calls. */
@NullMarked
package dev.greenlight.kit.http;

import org.jspecify.annotations.NullMarked;
