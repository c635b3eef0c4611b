package dev.greenlight.kit.access;

import java.util.List;

/** All that a service lets be called, in one table; the first rule that matches decides, and what no rule names is denied. */
public record AccessRules(List<AccessRule> rules) {
    /** Takes a copy. */
    public AccessRules {
        rules = List.copyOf(rules);
    }
}
