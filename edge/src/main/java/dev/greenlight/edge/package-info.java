/** The front door: the one place with sessions. It signs people in, relays their token and routes to the services. */
@NullMarked
package dev.greenlight.edge;

import org.jspecify.annotations.NullMarked;
