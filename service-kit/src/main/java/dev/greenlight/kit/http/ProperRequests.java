package dev.greenlight.kit.http;

import dev.greenlight.kit.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses before the controller is asked what could otherwise be refused only when its work is done: who would not accept our
 * answer is told so before anything changes.
 */
final class ProperRequests implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException, HttpMediaTypeNotSupportedException {
        // A handler that says what it produces was chosen by what is accepted; one that writes its answer itself
        // chooses.
        if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null
                && !writesItsAnswer(handler)
                && !acceptsJson(request.getHeader(HttpHeaders.ACCEPT))) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        requireOneContentType(request.getContentType());
        if (handler instanceof HandlerMethod method) {
            Arrays.stream(method.getMethod().getParameters()).forEach(parameter -> requireItems(parameter, request));
        }
        return true;
    }

    private static boolean writesItsAnswer(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.asList(method.getMethod().getParameterTypes()).contains(HttpServletResponse.class);
    }

    /** Spring would make a null of an item that is blank. */
    private static void requireItems(Parameter parameter, HttpServletRequest request) {
        if (parameter.isAnnotationPresent(RequestParam.class) && parameter.getType() == List.class) {
            String[] values = request.getParameterValues(parameter.getName());
            boolean blank = values != null
                    && Arrays.stream(values)
                            .filter(value -> !value.isEmpty())
                            .flatMap(value -> Arrays.stream(value.split(",", -1)))
                            .anyMatch(String::isBlank);
            if (blank) {
                throw Rejection.invalid(parameter.getName(), "An item of the list is blank")
                        .asException();
            }
        }
    }

    private static boolean acceptsJson(@Nullable String accept) throws HttpMediaTypeNotAcceptableException {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                            && (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset())));
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException("The Accept header can't be read");
        }
    }

    private static void requireOneContentType(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
        if (contentType == null) {
            return;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            if (!type.isConcrete()) {
                throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException("The Content-Type header can't be read");
        }
    }
}
