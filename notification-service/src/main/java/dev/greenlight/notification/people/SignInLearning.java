package dev.greenlight.notification.people;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Callers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Learns from tokens who there is. The database is asked only when a token says something else than the one before. */
@Component
class SignInLearning implements HandlerInterceptor, WebMvcConfigurer {
    /** Beyond this many people it forgets all, which costs each of them one statement. */
    private static final int MOST_REMEMBERED = 10_000;

    private final PersonRepository persons;
    private final Clock clock;
    private final Map<String, Person> learnt = new ConcurrentHashMap<>();

    SignInLearning(PersonRepository persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            learn(person(Callers.of(token), token.getToken()));
        }
        return true;
    }

    private void learn(Person person) {
        if (person.equals(learnt.get(person.id()))) {
            return;
        }
        Instant now = clock.instant();
        persons.learn(new Person(
                person.id(),
                person.name(),
                person.email(),
                person.roles(),
                person.regions(),
                person.zone(),
                person.delegate(),
                now));
        if (learnt.size() >= MOST_REMEMBERED) {
            learnt.clear();
        }
        learnt.put(person.id(), person);
    }

    private static Person person(Caller caller, Jwt token) {
        return new Person(
                caller.id(),
                caller.name(),
                token.getClaimAsString("email"),
                caller.roles(),
                caller.regions(),
                zone(token.getClaimAsString("zoneinfo")),
                null,
                Instant.EPOCH);
    }

    /** A zone that this Java does not know is none: the token is not at fault for the call. */
    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
