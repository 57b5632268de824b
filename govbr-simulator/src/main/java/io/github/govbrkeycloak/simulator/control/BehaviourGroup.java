package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Where;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Behaviours that the control page shows together.
 *
 * @param title what they have in common, in Portuguese
 */
public record BehaviourGroup(String title, List<Behaviour> behaviours) {

  private static final String OTHERS = "Outros";

  static List<BehaviourGroup> all() {
    Map<Where, String> titles = new LinkedHashMap<>();
    titles.put(Where.TRANSPORT, "Na conexão e na resposta");
    titles.put(Where.CODE, "Na troca do código");
    titles.put(Where.TOKEN_ANSWER, "Na resposta de /token");
    titles.put(Where.SIGNATURE, "Na assinatura e nas chaves");
    titles.put(Where.ID_TOKEN, "Nos dados do ID token");
    titles.put(Where.USERINFO, "Em /userinfo");
    titles.put(Where.ANSWER, "Em qualquer resposta JSON");
    Map<String, List<Behaviour>> groups = new LinkedHashMap<>();
    titles.values().forEach(title -> groups.put(title, List.of()));
    for (Where where : Where.values()) {
      groups.merge(titles.getOrDefault(where, OTHERS), at(where), BehaviourGroup::joined);
    }
    return groups.entrySet().stream()
        .map(group -> new BehaviourGroup(group.getKey(), group.getValue()))
        .filter(group -> !group.behaviours().isEmpty())
        .toList();
  }

  private static List<Behaviour> at(Where where) {
    return Arrays.stream(Behaviour.values()).filter(each -> each.where() == where).toList();
  }

  private static List<Behaviour> joined(List<Behaviour> some, List<Behaviour> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
