package dev.greenlight.kit.http;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Callers;
import dev.greenlight.kit.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take {@link Caller}, {@link IfMatch} and {@link PageRequest} as parameters, and keeps the interface to JSON:
 * a YAML or XML library that happens to be on the class path opens no other door. What is no proper request never reaches a
 * controller.
 */
public final class HttpConventions implements WebMvcConfigurer {
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Set<MediaType> FOREIGN_FORMATS =
            Set.of(MediaType.APPLICATION_YAML, MediaType.APPLICATION_XML, MediaType.APPLICATION_CBOR);

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.removeIf(
                converter -> converter.getSupportedMediaTypes().stream().anyMatch(FOREIGN_FORMATS::contains)));
    }

    /** No text of ours has a character that can't be stored, so nothing can be found by it. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ProperRequests()).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if ("GET".equals(request.getMethod())) {
                    request.getParameterMap().forEach(HttpConventions::refuseControlCharacters);
                } else if (handler instanceof HandlerMethod method) {
                    refuseLargeBody(request, method);
                }
                return true;
            }
        });
    }

    /** Files have their own limit. */
    private static void refuseLargeBody(HttpServletRequest request, HandlerMethod method) {
        boolean takesBody = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        if (takesBody && request.getContentLengthLong() > MOST_BYTES) {
            throw new Rejection(
                            Rejection.Kind.TOO_LARGE,
                            "content-too-large",
                            "A body has at most " + MOST_BYTES / 1024 / 1024 + " MB",
                            List.of())
                    .asException();
        }
    }

    private static void refuseControlCharacters(String name, String[] values) {
        for (String value : values) {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw Rejection.invalid(name, name + " has a control character; take it out")
                        .asException();
            }
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Parameter<>(Caller.class, request -> Callers.of(request.getUserPrincipal())));
        resolvers.add(
                new Parameter<>(IfMatch.class, request -> IfMatch.parse(request.getHeader(HttpHeaders.IF_MATCH))));
        resolvers.add(new Parameter<>(
                PageRequest.class,
                request -> PageRequest.parse(request.getParameter("cursor"), request.getParameter("limit"))));
    }

    private record Parameter<T>(Class<T> type, Function<NativeWebRequest, T> reader)
            implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return reader.apply(request);
        }
    }
}
