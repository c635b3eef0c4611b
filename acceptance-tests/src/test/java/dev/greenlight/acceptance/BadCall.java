package dev.greenlight.acceptance;

import dev.greenlight.acceptance.Visitor.Call;
import java.util.List;

/**
 * A call that must be refused, and how.
 *
 * @param what is wrong with it, for people
 * @param code the problem's
 * @param pointers the fields that the problem names; none where no field is at fault
 */
record BadCall(String what, Call call, int status, String code, List<String> pointers) {
    /** How a call is refused that has something wrong with it. */
    static Refusal a(String what, Call call) {
        return new Refusal(what, call);
    }

    /** A bad call of which it is not said yet how it is refused. */
    record Refusal(String what, Call call) {
        BadCall isRefusedWith(int status, String code, String... pointers) {
            return new BadCall(what, call, status, code, List.of(pointers));
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
