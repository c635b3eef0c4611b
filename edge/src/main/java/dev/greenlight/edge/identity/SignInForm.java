package dev.greenlight.edge.identity;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people of the embedded identity provider sign in; it names them, as it is for trying Greenlight. */
@Controller
@Profile("identity-provider")
class SignInForm {
    private final People people;

    SignInForm(People people) {
        this.people = people;
    }

    @GetMapping("/login")
    String show(@RequestParam(name = "error", required = false) String error, Model model) {
        model.addAttribute("refused", error != null);
        model.addAttribute(
                "people",
                people.all().stream()
                        .map(person -> new Known(
                                person.id(),
                                person.name(),
                                String.join(", ", person.roles()),
                                List.copyOf(person.regions()).stream().sorted().toList()))
                        .toList());
        return "login";
    }

    /** A line of the list. */
    public record Known(String id, String name, String roles, List<String> regions) {}
}
