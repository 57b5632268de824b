package io.github.govbrkeycloak.simulator.journal;

/**
 * Something a call brought. A value is kept only if it says nothing about anybody.
 *
 * @param onde in which part of the call
 * @param nome its name, or a placeholder if the name itself may be a secret
 * @param valor its value; {@code null} if it is not kept
 * @param tamanho how many characters the value had
 * @param nota what can be said about the value instead; {@code null} if nothing
 */
public record Sent(Place onde, String nome, String valor, int tamanho, String nota) {

  /** Part of a call; the names are those of the JSON. */
  public enum Place {
    /** The query of the address. */
    URL("na URL"),
    /** A field of a form body. */
    FORMULARIO("no formulário"),
    /** A header. */
    CABECALHO("no cabeçalho"),
    /** A field of a JSON body. */
    JSON("no corpo JSON");

    private final String title;

    Place(String title) {
      this.title = title;
    }

    /** In Portuguese. */
    public String title() {
      return title;
    }
  }

  /** How the page shows the value. */
  public String shown() {
    String hidden = tamanho == 0 ? "vazio" : "oculto, " + tamanho + " letras";
    String value = valor == null ? hidden : valor;
    return nota == null ? value : value + " (" + nota + ")";
  }
}
