package io.github.govbrkeycloak.simulator.http;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the HTML pages. Templates end in {@code .ftlh}, so every value is escaped unless a
 * template says otherwise, and none does.
 */
public final class Pages {

  /**
   * No script at all. There is no {@code form-action}: Chromium applies it to the redirect that
   * follows a form too, and that redirect leads to the relying party.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

  private final String basePath;

  /**
   * Finds the templates on the class path.
   *
   * @param basePath what stands before every path in a page, which calls it {@code base}
   */
  public Pages(String basePath) {
    this.basePath = basePath;
    templates.setTemplateLoader(
        new ClassTemplateLoader(Pages.class, "/io/github/govbrkeycloak/simulator/paginas"));
    templates.setDefaultEncoding("UTF-8");
    templates.setLocale(Locale.forLanguageTag("pt-BR"));
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
  }

  /** A page as an answer. */
  public Response.ResponseBuilder answer(int status, String template, Map<String, ?> model) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        // Not "no-referrer": browsers would hide from our own forms where they come from.
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-store")
        // As bytes: RESTEasy escapes the text of an HTML answer with status 400 once more.
        .entity(render(template, model).getBytes(StandardCharsets.UTF_8));
  }

  private String render(String template, Map<String, ?> model) {
    StringWriter html = new StringWriter();
    Map<String, Object> all = new HashMap<>(model);
    all.put("base", basePath);
    all.put("modelo", template);
    try {
      templates.getTemplate(template + ".ftlh").process(all, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + template, e);
    }
    return html.toString();
  }
}
