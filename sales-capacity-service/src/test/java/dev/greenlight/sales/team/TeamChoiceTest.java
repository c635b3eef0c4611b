package dev.greenlight.sales.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamChoiceTest {
    private final Team sams = team("sams", "sam");
    private final Team weis = team("weis", "wei");
    private final Team nobodys = team("nobodys", null);

    @Test
    void theOnlyTeamOfOnesOwnNeedNotBeNamed() {
        assertThat(choose(null, sams, weis, nobodys)).isEqualTo(new TeamChoice.Chosen(sams));
    }

    @Test
    void withoutATeamOfOnesOwnTheOnlyOneThatNobodyElseAnswersForIsMeant() {
        assertThat(choose(null, weis, nobodys)).isEqualTo(new TeamChoice.Chosen(nobodys));
    }

    @Test
    void amongSeveralTeamsOneIsNamed() {
        assertThat(refusal(choose(null, sams, team("others", "sam")))).contains("others, sams");
    }

    @Test
    void aTeamWithoutManagerIsAnsweredForByAnyManagerOfItsRegion() {
        assertThat(choose("nobodys", sams, nobodys)).isEqualTo(new TeamChoice.Chosen(nobodys));
    }

    @Test
    void nobodyAnswersForAnotherManagersTeam() {
        assertThat(refusal(choose("weis", sams, weis))).isEqualTo("The team weis is answered for by wei, not by you");
    }

    @Test
    void aTeamThatDoesNotExistIsRefused() {
        assertThat(refusal(choose("none", sams))).contains("There is no team \"none\"");
        assertThat(refusal(choose(null))).contains("You have no team in Central yet");
    }

    private static TeamChoice choose(@Nullable String wanted, Team... teams) {
        return TeamChoice.of("sam", "Central", List.of(teams), wanted);
    }

    private static String refusal(TeamChoice choice) {
        return ((TeamChoice.Refused) choice).rejection().sentence();
    }

    private static Team team(String id, @Nullable String manager) {
        return new Team("Central", id, id, manager, 1, List.of());
    }
}
