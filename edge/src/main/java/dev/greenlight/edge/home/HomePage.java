package dev.greenlight.edge.home;

import dev.greenlight.edge.route.AccessTokens;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home: who you are, what waits for you, the board. */
@Controller
class HomePage {
    private final AccessTokens tokens;
    private final Glance glance;

    HomePage(AccessTokens tokens, Glance glance) {
        this.tokens = tokens;
        this.glance = glance;
    }

    @GetMapping("/")
    String show(Authentication signedIn, Model model) {
        if (!(signedIn.getPrincipal() instanceof OidcUser user)) {
            return "redirect:/signed-out";
        }
        Optional<String> token = tokens.of(signedIn);
        if (token.isEmpty()) {
            // The issuer no longer renews this session: sign in again, which may need no typing.
            return "redirect:/oauth2/authorization/greenlight";
        }
        String name = user.getClaimAsString("name");
        model.addAttribute("name", name == null ? user.getName() : name);
        model.addAttribute("roles", claims(user, "roles"));
        model.addAttribute("regions", claims(user, "regions"));
        model.addAttribute("waiting", glance.waiting(token.get()));
        model.addAttribute("board", glance.board(token.get()));
        return "home";
    }

    private static List<String> claims(OidcUser user, String name) {
        List<String> values = user.getClaimAsStringList(name);
        return values == null ? List.of() : values;
    }
}
