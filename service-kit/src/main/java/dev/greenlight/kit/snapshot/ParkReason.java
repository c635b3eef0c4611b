package dev.greenlight.kit.snapshot;

/** Why a record was parked. */
enum ParkReason {
    /** The bytes are no event of ours: no magic byte, an unknown schema id, a wrong schema, broken Avro. */
    UNREADABLE("unreadable"),
    /** It could be read, but the service's rules or its database refuse it for good. */
    NOT_APPLICABLE("not-applicable");

    private final String code;

    ParkReason(String code) {
        this.code = code;
    }

    /** The reason as it stands in the dead letter's header. */
    String code() {
        return code;
    }
}
