package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.settings.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Settings that the control page shows together.
 *
 * @param title what they have in common, in Portuguese
 */
public record SettingGroup(String title, List<Setting> settings) {

  private static final List<SettingGroup> NAMED =
      List.of(
          new SettingGroup(
              "Entrada e saída",
              List.of(
                  Setting.PKCE,
                  Setting.STATE_AND_NONCE,
                  Setting.LOCALHOST,
                  Setting.WRONG_REDIRECT_URI,
                  Setting.STRANDED_LOGOUT,
                  Setting.INVENTED_PEOPLE)),
          new SettingGroup(
              "Código e tokens",
              List.of(
                  Setting.CLIENT_AUTHENTICATION,
                  Setting.WRONG_SECRET,
                  Setting.CODE_FORM,
                  Setting.ID_TOKEN_LIFETIME,
                  Setting.SUBJECT_FORM,
                  Setting.KID_CLAIM,
                  Setting.CNPJ_FORM,
                  Setting.NAME_PARTS)),
          new SettingGroup(
              "APIs da pessoa",
              List.of(
                  Setting.ERROR_BODY,
                  Setting.MISSING_SCOPE,
                  Setting.PICTURE,
                  Setting.LEVELS,
                  Setting.SEAL_IDS,
                  Setting.DATES,
                  Setting.CERTIFICATE_BODY)),
          new SettingGroup("Catálogo", List.of(Setting.CATALOGUE_RETURN, Setting.SEAL_301)),
          new SettingGroup(
              "Procuração", List.of(Setting.AGENT_ISSUER, Setting.POWER_SCOPES, Setting.POWER_IDS)),
          new SettingGroup(
              "Balcão e CPF Light",
              List.of(
                  Setting.DESK_CONTACT,
                  Setting.DESK_SEALS,
                  Setting.CPF_LIGHT_BODY,
                  Setting.CPF_LIGHT_DATES,
                  Setting.CPF_LIGHT_SEX)));

  /** Every setting in a group; those nobody has grouped come last. */
  static List<SettingGroup> all() {
    List<Setting> others = new ArrayList<>(Arrays.asList(Setting.values()));
    NAMED.forEach(group -> others.removeAll(group.settings()));
    List<SettingGroup> all = new ArrayList<>(NAMED);
    if (!others.isEmpty()) {
      all.add(new SettingGroup("Outros", others));
    }
    return all;
  }
}
