package io.github.govbrkeycloak.keycloak.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an application demands")
class RequirementsTest {

  private static final Cnpj CHOSEN = Cnpj.of("12ABC34501DE35");

  /**
   * Demands: {@code nivel X}, {@code queria X} (a wish), {@code selo A|B} (one of them; more than
   * once: of each), {@code fator A|B}, {@code prefere A|B}, {@code empresa}, {@code empresa?}
   * (optional), {@code estranho X} (a word that nobody knows).
   *
   * <p>A login: level, seals, factors ({@code -} is what gov.br did not tell), and {@code cnpj} for
   * a company certificate; {@code none} is a session that is not of gov.br.
   */
  @ParameterizedTest(name = "{0} · {1} → {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # nothing
          ''                     ; bronze 201 passwd          ; met
          ''                     ; - - -                      ; met
          ''                     ; none                       ; met
          # level
          nivel bronze           ; bronze 201 passwd          ; met
          nivel prata            ; bronze 201 passwd          ; level prata, has bronze
          nivel prata            ; prata 401 passwd           ; met
          nivel prata            ; ouro 801 passwd            ; met
          nivel ouro             ; prata 401 passwd           ; level ouro, has prata
          nivel prata            ; diamante 801 passwd        ; level prata, has diamante
          nivel bronze           ; - 201 passwd               ; level bronze, untold
          nivel prata            ; none                       ; not gov.br
          nivel parta            ; ouro 801 passwd            ; unknown parta
          nivel diamante         ; diamante 801 passwd        ; unknown diamante
          nivel parta            ; none                       ; unknown parta + not gov.br
          # a wish
          queria ouro            ; prata 401 passwd           ; wish ouro
          queria ouro            ; ouro 801 passwd            ; met
          queria ouro            ; - - -                      ; wish ouro
          queria ouro            ; none                       ; wish ouro
          queria orou            ; bronze 201 passwd          ; met
          nivel prata queria ouro; prata 401 passwd           ; wish ouro
          nivel prata queria ouro; bronze 201 passwd          ; level prata, has bronze
          # seals
          selo 801               ; ouro 801+602 passwd        ; met
          selo 801               ; ouro 701 passwd            ; seal 801
          selo 701|801|901       ; ouro 901 passwd            ; met
          selo 701|801           ; ouro 901 passwd            ; seal 701|801
          selo 701 selo 801      ; ouro 701+801 passwd        ; met
          selo 701 selo 801      ; ouro 801 passwd            ; seal 701
          selo 701 selo 801      ; bronze 201 passwd          ; seal 701 + seal 801
          selo 801               ; ouro - passwd              ; seal 801, untold
          selo 801               ; none                       ; not gov.br
          selo 999               ; ouro 999 passwd            ; met
          selo 999               ; ouro 801 passwd            ; seal 999
          # factors
          fator mfa              ; bronze 201 mfa+otp         ; met
          fator mfa              ; bronze 201 otp             ; met
          fator mfa              ; bronze 201 passwd          ; factor mfa
          fator otp              ; bronze 201 mfa             ; factor otp
          fator bank             ; prata 602 bank104          ; met
          fator mfa|x509         ; ouro 801 x509+x509_token   ; met
          fator mfa fator x509   ; ouro 801 x509+x509_token   ; factor mfa
          fator mfa              ; bronze 201 -               ; factor mfa, untold
          fator mfa              ; none                       ; not gov.br
          fator telepatia        ; bronze 201 telepatia       ; met
          fator bank             ; bronze 201 desconhecida    ; factor bank
          # a preferred factor never refuses
          prefere mfa            ; bronze 201 passwd          ; wish mfa
          prefere mfa            ; bronze 201 mfa+otp         ; met
          prefere mfa|x509       ; bronze 201 otp             ; met
          prefere mfa            ; bronze 201 -               ; wish mfa
          prefere mfa            ; none                       ; wish mfa
          prefere telepatia      ; bronze 201 passwd          ; wish telepatia
          fator mfa prefere x509 ; bronze 201 mfa+otp         ; wish x509
          # company
          empresa                ; ouro 801 x509              ; company
          empresa                ; ouro 801 x509 cnpj         ; met
          empresa                ; ouro 801 x509 chosen       ; met
          empresa                ; none                       ; not gov.br
          empresa?               ; ouro 801 x509              ; met
          empresa?               ; none                       ; met
          # a word that nobody knows
          estranho prta          ; ouro 801 mfa               ; unknown prta
          estranho prta          ; none                       ; unknown prta + not gov.br
          # everything that is missing is said at once
          nivel ouro selo 801 fator mfa empresa ; prata 602 bank104 ; level ouro, has prata + seal 801 + factor mfa + company
          nivel ouro selo 801 fator mfa empresa ; - - -             ; level ouro, untold + seal 801, untold + factor mfa, untold + company
          """)
  void is_met_or_refuses(String demands, String login, String verdict) {
    assertThat(words(demanded(demands).check(facts(login), chosen(login)))).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} · {1} → {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''                     ; nivel prata    ; nivel prata
          nivel prata            ; nivel ouro     ; nivel ouro
          nivel prata            ; nivel bronze   ; nivel prata
          nivel prata            ; nivel parta    ; nivel prata estranho parta
          queria prata           ; queria ouro    ; queria ouro
          nivel prata            ; queria ouro    ; nivel prata queria ouro
          selo 701|801           ; selo 801|901   ; selo 701|801 selo 801|901
          selo 801               ; selo 801       ; selo 801
          fator mfa|x509         ; fator bank     ; fator mfa|x509 fator bank
          prefere mfa            ; prefere x509   ; prefere mfa|x509
          empresa?               ; ''             ; empresa?
          empresa?               ; empresa        ; empresa
          empresa                ; empresa?       ; empresa
          estranho a             ; estranho b     ; estranho a estranho b
          """)
  void adds_up_to_the_strictest(String one, String other, String both) {
    assertThat(demanded(one).plus(demanded(other))).isEqualTo(demanded(both));
    assertThat(demanded(other).plus(demanded(one))).isEqualTo(demanded(both));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''           ; false
          queria ouro  ; false
          prefere mfa  ; false
          empresa?     ; false
          nivel bronze ; true
          nivel parta  ; true
          selo 801     ; true
          fator mfa    ; true
          empresa      ; true
          estranho x   ; true
          """)
  void is_binding_when_it_could_refuse_somebody(String demands, boolean binding) {
    assertThat(demanded(demands).areBinding()).isEqualTo(binding);
  }

  @Test
  void asks_for_no_company_before_there_was_a_choice() {
    assertThat(demanded("nivel prata empresa").beforeCompanyChoice())
        .isEqualTo(demanded("nivel prata"));
  }

  @Test
  void is_no_choice_of_nothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OneOf<>(Set.of()));
    assertThat(OneOf.any(List.of())).isEmpty();
    assertThat(OneOf.all(List.of())).isEmpty();
  }

  private static Requirements demanded(String demands) {
    Requirements all = Requirements.NONE;
    List<String> words = Stream.of(demands.split(" ")).filter(word -> !word.isEmpty()).toList();
    for (int at = 0; at < words.size(); at++) {
      String kind = words.get(at);
      all = all.plus(kind.startsWith("empresa") ? company(kind) : demanded(kind, words.get(++at)));
    }
    return all;
  }

  private static Requirements company(String kind) {
    return Requirements.company(
        kind.equals("empresa") ? CompanyNeed.REQUIRED : CompanyNeed.OPTIONAL);
  }

  private static Requirements demanded(String kind, String object) {
    List<String> items = List.of(object.split("\\|"));
    return switch (kind) {
      case "nivel" -> Requirements.level(Nivel.of(object));
      case "queria" -> Requirements.wish(Nivel.of(object));
      case "selo" -> Requirements.seals(OneOf.any(items.stream().map(Selo::of).toList()));
      case "fator" -> Requirements.factors(OneOf.any(items.stream().map(Amr::of).toList()));
      case "prefere" ->
          Requirements.preferred(items.stream().map(Amr::of).collect(Collectors.toSet()));
      case "estranho" -> Requirements.unknown(object);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Optional<SessionFacts> facts(String login) {
    if (login.equals("none")) {
      return Optional.empty();
    }
    String[] told = login.split(" ");
    String json =
        """
        {"version": 1, "alias": "govbr", "nivel": %s, "selos": [%s], "amr": [%s], "company": %s}
        """
            .formatted(
                told[0].equals("-") ? "null" : quoted(told[0]),
                listed(told[1]).map("{\"id\": %s}"::formatted).collect(Collectors.joining(",")),
                listed(told[2]).collect(Collectors.joining(",")),
                login.endsWith("cnpj") ? "{\"cnpj\": \"12ABC34501DE35\"}" : "null");
    return SessionFacts.fromNote(json);
  }

  private static Optional<Cnpj> chosen(String login) {
    return login.endsWith("chosen") ? Optional.of(CHOSEN) : Optional.empty();
  }

  private static Stream<String> listed(String items) {
    return items.equals("-")
        ? Stream.empty()
        : Arrays.stream(items.split("\\+")).map(RequirementsTest::quoted);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String words(Verdict verdict) {
    if (verdict instanceof Verdict.Lacking lacking) {
      return lacking.lacks().stream()
          .map(RequirementsTest::words)
          .collect(Collectors.joining(" + "));
    }
    if (verdict instanceof Verdict.WishUnmet wish) {
      return "wish "
          + Stream.concat(wish.level().map(Nivel::name).stream(), values(wish.factors()))
              .collect(Collectors.joining("|"));
    }
    return "met";
  }

  private static String words(Lack lack) {
    String untold = lack.isUntold() ? ", untold" : "";
    if (lack instanceof Lack.Level level) {
      return "level " + level.needs() + level.has().map(has -> ", has " + has).orElse(untold);
    }
    if (lack instanceof Lack.Seal seal) {
      return "seal "
          + String.join("|", new TreeSet<>(seal.oneOf().stream().map(Selo::id).toList()))
          + untold;
    }
    if (lack instanceof Lack.Factor factor) {
      return "factor " + values(factor.oneOf()).collect(Collectors.joining("|")) + untold;
    }
    if (lack instanceof Lack.UnknownWord unknown) {
      return "unknown " + unknown.word();
    }
    return lack instanceof Lack.Company ? "company" : "not gov.br";
  }

  private static Stream<String> values(Set<Amr> factors) {
    return factors.stream().map(Amr::value).sorted();
  }

  @Test
  void stays_what_it_is_when_nothing_is_added() {
    Requirements demanded = Requirements.level(Nivel.PRATA);

    assertThat(demanded.plus(Requirements.NONE)).isEqualTo(demanded);
    assertThat(Requirements.NONE.plus(demanded)).isEqualTo(demanded);
  }
}
