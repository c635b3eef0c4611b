package dev.greenlight.kit.http;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Callers;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take {@link Caller}, {@link IfMatch} and {@link PageRequest} as parameters, and keeps the interface to JSON:
 * a YAML or XML library that happens to be on the class path opens no other door.
 */
public final class HttpConventions implements WebMvcConfigurer {
    private static final Set<MediaType> FOREIGN_FORMATS =
            Set.of(MediaType.APPLICATION_YAML, MediaType.APPLICATION_XML, MediaType.APPLICATION_CBOR);

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.removeIf(
                converter -> converter.getSupportedMediaTypes().stream().anyMatch(FOREIGN_FORMATS::contains)));
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
