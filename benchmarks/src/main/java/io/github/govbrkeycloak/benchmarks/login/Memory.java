package io.github.govbrkeycloak.benchmarks.login;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.govbrkeycloak.benchmarks.Load;
import java.io.IOException;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a Keycloak keeps, in memory and database, after many logins by one way alone. */
final class Memory implements Experiment {

  private static final int AT_ONCE = 4;
  private static final double MIB = 1024 * 1024;
  private static final double MOST_MORE_MIB = 40;
  private static final int LONGEST_NOTE = 1_536;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  /** A signed token: two JSON objects in Base64, with a dot after each. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.");

  private static final String OUR_NOTES = "govbr";

  private record After(double residentMib, double liveMib, Set<String> warnings, Duration stop) {}

  @Override
  public List<Finding> run(TestBed bed, Plan plan)
      throws IOException, InterruptedException, SQLException {
    bed.restartKeycloak();
    After generic = after(bed, Way.GENERIC, plan.remembered());
    After ours = after(bed, Way.GOVBR, plan.remembered());
    int note = longestNote(sessions(bed, Way.GOVBR));
    Map<String, Long> tokens = tokens(sessions(bed, Way.GOVBR));
    tokens.merge("federated_identity", storedTokens(bed, Way.GOVBR), Long::sum);
    tokens.values().removeIf(number -> number == 0);
    List<Finding> found = new ArrayList<>(compared(plan.remembered(), generic, ours));
    found.addAll(
        List.of(
            Finding.exact(
                "maior nota de uma sessão",
                note + " bytes",
                "até 1,5 kB, e há",
                note > 0 && note <= LONGEST_NOTE),
            Finding.exact("tokens do gov.br guardados", tokens.toString(), "{}", tokens.isEmpty()),
            Finding.told(
                "tokens que o genérico guarda", tokens(sessions(bed, Way.GENERIC)).toString())));
    return found;
  }

  private static List<Finding> compared(int logins, After generic, After ours) {
    Set<String> newWarnings = new TreeSet<>(ours.warnings());
    newWarnings.removeAll(generic.warnings());
    return List.of(
        more(logins + " entradas: memória residente", generic.residentMib(), ours.residentMib()),
        more(logins + " entradas: memória viva do Java", generic.liveMib(), ours.liveMib()),
        Finding.exact(
            "avisos novos no log",
            newWarnings.isEmpty() ? "nenhum" : String.join("; ", newWarnings),
            "nenhum",
            newWarnings.isEmpty()),
        Finding.exact(
            "parada depois das entradas",
            Finding.number(ours.stop().toMillis() / 1e3, 1)
                + " s; genérico "
                + Finding.number(generic.stop().toMillis() / 1e3, 1)
                + " s",
            "até 10 s",
            ours.stop().compareTo(LONGEST_STOP) <= 0));
  }

  private static After after(TestBed bed, Way way, int logins)
      throws IOException, InterruptedException {
    new Load(AT_ONCE).run(bed.newPeople(way), logins);
    double resident = bed.keycloak().residentBytes() / MIB;
    double live = bed.keycloak().liveBytes() / MIB;
    Set<String> warnings = bed.keycloak().warnings();
    return new After(resident, live, warnings, bed.restartKeycloak());
  }

  private static Finding more(String what, double generic, double ours) {
    return Finding.exact(
        what,
        "%s MiB; genérico %s MiB".formatted(Finding.number(ours, 0), Finding.number(generic, 0)),
        "até 40 MiB mais",
        ours <= generic + MOST_MORE_MIB);
  }

  /** The sessions in the database, as Keycloak writes them there. */
  private static List<String> sessions(TestBed bed, Way way) throws SQLException {
    return bed.database()
        .column(
            "select data from offline_user_session join federated_identity using (user_id)"
                + " where identity_provider = '"
                + way.alias()
                + "'");
  }

  /** The names of the notes that hold tokens, and how many of each there are. */
  private static Map<String, Long> tokens(List<String> sessions) throws IOException {
    Map<String, Long> tokens = new TreeMap<>();
    for (String data : sessions) {
      notes(data)
          .forEach(
              (name, value) -> {
                if (TOKEN.matcher(String.valueOf(value)).find()) {
                  tokens.merge(name, 1L, Long::sum);
                }
              });
    }
    return tokens;
  }

  private static long storedTokens(TestBed bed, Way way) throws SQLException {
    return Long.parseLong(
        bed.database()
            .column(
                "select count(*) from federated_identity where token is not null"
                    + " and identity_provider = '"
                    + way.alias()
                    + "'")
            .get(0));
  }

  private static int longestNote(List<String> sessions) throws IOException {
    int longest = 0;
    for (String data : sessions) {
      int length =
          notes(data).entrySet().stream()
              .filter(note -> note.getKey().startsWith(OUR_NOTES))
              .mapToInt(note -> String.valueOf(note.getValue()).length())
              .sum();
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private static Map<String, Object> notes(String session) throws IOException {
    try {
      return JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(session), "notes");
    } catch (ParseException e) {
      throw new IOException("unreadable session", e);
    }
  }
}
