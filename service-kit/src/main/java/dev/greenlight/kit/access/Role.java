package dev.greenlight.kit.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person is to a launch. */
public enum Role {
    /** Plans, revises, holds, cancels, asks to go live. */
    MARKETING("marketing"),
    /** Manages a team, commits, declines, withdraws in own regions. */
    SALES_MANAGER("sales-manager"),
    /** Files field reports in own regions. */
    FIELD("field"),
    /** Reviews gaps. */
    PRODUCT("product"),
    /** Waives conditions. */
    LEADERSHIP("leadership"),
    /** People, dead letters, rebuilds; no business decisions. */
    ADMIN("admin");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The role as it stands in a token's {@code roles} claim. */
    public String claim() {
        return claim;
    }

    /** The role of a claim; empty for one that Greenlight does not know. */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}
