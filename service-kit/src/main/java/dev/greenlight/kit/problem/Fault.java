package dev.greenlight.kit.problem;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer JSON pointer to the faulty field, for example {@code /markets/0/quotas/0/minReports}; empty for the whole
 * @param detail what is wrong and what would be right, as a sentence
 */
public record Fault(String pointer, String detail) {}
