package dev.greenlight.sales.team;

/** A person with the team that they are in. */
public record TeamMember(TeamKey team, Rep rep) {}
