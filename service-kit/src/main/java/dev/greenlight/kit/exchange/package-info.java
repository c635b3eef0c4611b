/** Files that people take out and bring back: CSV for spreadsheets, JSON for programs; what is taken out can be brought back. */
@NullMarked
package dev.greenlight.kit.exchange;

import org.jspecify.annotations.NullMarked;
