package io.github.govbrkeycloak.simulator.diagnosis;

import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.List;
import java.util.regex.Pattern;

/** What kind of program sent a call, as far as it tells. */
public enum UserAgent {
  /** A browser a person uses. */
  NAVEGADOR("navegador"),
  /** The login page inside an application, which gov.br forbids. */
  WEBVIEW("WebView de aplicativo"),
  /** A library or a tool. */
  PROGRAMA("programa"),
  /** It does not say. */
  NAO_DIZ("não diz");

  private static final Pattern ANDROID_WEBVIEW = Pattern.compile("; wv\\)");
  private static final Pattern IOS = Pattern.compile("\\((iPhone|iPad|iPod)");
  private static final List<String> BROWSER_HEADERS =
      List.of("Sec-Fetch-Mode", "Sec-Fetch-Site", "Origin");

  private final String title;

  UserAgent(String title) {
    this.title = title;
  }

  /** In Portuguese. */
  public String title() {
    return title;
  }

  /** The kind of a call's sender. */
  public static UserAgent of(IncomingCall call) {
    String text = call.header("User-Agent").orElse("");
    if (text.isBlank()) {
      return NAO_DIZ;
    }
    if (!text.startsWith("Mozilla/")) {
      return PROGRAMA;
    }
    boolean iosWithoutBrowser = IOS.matcher(text).find() && !text.contains("Safari/");
    return iosWithoutBrowser || ANDROID_WEBVIEW.matcher(text).find() ? WEBVIEW : NAVEGADOR;
  }

  /** Whether the call has headers that nothing but a browser adds. */
  public static boolean addsBrowserHeaders(IncomingCall call) {
    return BROWSER_HEADERS.stream().anyMatch(name -> call.header(name).isPresent());
  }
}
