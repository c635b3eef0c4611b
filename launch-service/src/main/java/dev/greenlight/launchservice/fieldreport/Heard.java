package dev.greenlight.launchservice.fieldreport;

/**
 * One account's voice through one reporter, of a report that stands.
 *
 * @param planRevision the plan that was spoken of
 */
public record Heard(String segment, String account, String reporter, long planRevision) {}
