package dev.greenlight.edge.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is answered where nothing else answered: a problem to programs, a page to people, never a stack trace. */
@Controller
class ErrorAnswers implements ErrorController {
    private final ProblemWriter problems;

    ErrorAnswers(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (isPage(path, request)) {
            ModelAndView page = new ModelAndView("error");
            page.addObject("missing", status == 404);
            page.addObject("mine", status >= 500);
            response.setStatus(status);
            return page;
        }
        problems.write(status == 404 ? Problem.notFound(path) : Problem.ofStatus(status), response);
        return null;
    }

    private static boolean isPage(String path, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return !path.startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}
