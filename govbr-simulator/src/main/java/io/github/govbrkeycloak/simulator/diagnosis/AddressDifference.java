package io.github.govbrkeycloak.simulator.diagnosis;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Says in what an address differs from those registered: gov.br compares them letter by letter. */
public final class AddressDifference {

  private record Kind(String text, BiPredicate<String, String> applies) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("falta a barra final", (sent, known) -> known.equals(sent + "/")),
          new Kind("sobra a barra final", (sent, known) -> sent.equals(known + "/")),
          new Kind("há espaço no começo ou no fim", (sent, known) -> sent.strip().equals(known)),
          new Kind("só muda maiúscula ou minúscula", String::equalsIgnoreCase),
          new Kind("http no lugar de https, ou o contrário", AddressDifference::schemeDiffers),
          new Kind("há parâmetros a mais ou a menos", AddressDifference::queryDiffers),
          new Kind("a porta é outra", AddressDifference::portDiffers),
          new Kind("o host é outro", AddressDifference::hostDiffers));

  private AddressDifference() {}

  /** The smallest difference, in Portuguese. */
  public static String between(String sent, List<String> registered) {
    if (registered.isEmpty()) {
      return "o serviço não registrou nenhum endereço";
    }
    return smallest(sent, registered)
        .map(Kind::text)
        .orElse("não se parece com nenhum endereço registrado");
  }

  /** Whether an address is one of these but for a small mistake. */
  public static boolean isSmall(String sent, List<String> registered) {
    return smallest(sent, registered).isPresent();
  }

  private static Optional<Kind> smallest(String sent, List<String> registered) {
    return KINDS.stream()
        .filter(kind -> registered.stream().anyMatch(known -> kind.applies().test(sent, known)))
        .findFirst();
  }

  private static boolean schemeDiffers(String sent, String known) {
    return withoutScheme(sent).equals(withoutScheme(known));
  }

  private static String withoutScheme(String address) {
    return address.replaceFirst("^https?://", "");
  }

  private static boolean queryDiffers(String sent, String known) {
    return withoutQuery(sent).equals(withoutQuery(known));
  }

  private static String withoutQuery(String address) {
    return address.replaceFirst("[?#].*$", "");
  }

  private static boolean portDiffers(String sent, String known) {
    return parsed(sent, known, (one, other) -> Objects.equals(one.getHost(), other.getHost()));
  }

  private static boolean hostDiffers(String sent, String known) {
    return parsed(sent, known, (one, other) -> true);
  }

  /** Whether both are addresses of the same path, and alike as told. */
  private static boolean parsed(String sent, String known, BiPredicate<URI, URI> alike) {
    try {
      URI one = URI.create(sent);
      URI other = URI.create(known);
      return one.getHost() != null
          && Objects.equals(one.getRawPath(), other.getRawPath())
          && Objects.equals(one.getScheme(), other.getScheme())
          && alike.test(one, other);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
