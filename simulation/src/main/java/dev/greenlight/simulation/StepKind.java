package dev.greenlight.simulation;

/** What may happen next. */
enum StepKind {
    PLAN(6, By.PEOPLE),
    REVISE(6, By.PEOPLE),
    PUBLISH(2, By.PEOPLE),
    HOLD(1, By.PEOPLE),
    RESUME(3, By.PEOPLE),
    CANCEL(1, By.PEOPLE),
    CLOSE(1, By.PEOPLE),
    GO_LIVE(12, By.PEOPLE),
    COMMIT(18, By.PEOPLE),
    DECLINE(3, By.PEOPLE),
    WITHDRAW(6, By.PEOPLE),
    REPORT(16, By.PEOPLE),
    CORRECT(2, By.PEOPLE),
    WITHDRAW_REPORT(2, By.PEOPLE),
    IMPORT(2, By.PEOPLE),
    REVIEW(8, By.PEOPLE),
    MERGE(3, By.PEOPLE),
    UNMERGE(2, By.PEOPLE),
    WAIVE(5, By.PEOPLE),
    REVOKE(1, By.PEOPLE),
    ACCEPT_OFFER(3, By.PEOPLE),
    THE_SAME_AGAIN(6, By.PEOPLE),
    CHANGE_TEAM(3, By.PEOPLE),
    RETRY(5, By.PEOPLE),
    SETTLE(14, By.MACHINES),
    TIME(12, By.MACHINES),
    GIVE_UP_OVERDUE(4, By.MACHINES),
    END_WAIVERS(3, By.MACHINES),
    REVIEW_TEAM(6, By.MACHINES),
    SEND(30, By.MACHINES),
    DELETE_SENT(20, By.MACHINES),
    POLL(50, By.MACHINES),
    COMMIT_OFFSETS(10, By.MACHINES),
    REPLAY(2, By.ACCIDENT),
    CRASH(3, By.ACCIDENT),
    CRASH_IN_TRANSACTION(3, By.ACCIDENT),
    LOSE_ANSWER(3, By.ACCIDENT),
    CLOCK_JUMP(2, By.ACCIDENT);

    /** Who does it. */
    enum By {
        PEOPLE,
        MACHINES,
        ACCIDENT
    }

    private final int weight;
    private final By by;

    StepKind(int weight, By by) {
        this.weight = weight;
        this.by = by;
    }

    int weight() {
        return weight;
    }

    By by() {
        return by;
    }
}
