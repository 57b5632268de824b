package io.github.govbrkeycloak.keycloak.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as programs read it.
 *
 * @param alias of the identity provider
 * @param situacao the worst of all
 * @param itens one for each thing that was looked at
 * @param enderecos what to register at gov.br
 */
public record ReportJson(
    String alias,
    String situacao,
    List<Map<String, String>> itens,
    List<Map<String, String>> enderecos) {

  static ReportJson of(Report report, Texts texts) {
    return new ReportJson(
        report.alias(),
        report.verdict().word(),
        report.findings().stream().map(finding -> item(finding, texts)).toList(),
        report.addresses().stream()
            .map(line -> Map.of("campo", line.field(), "endereco", line.address()))
            .toList());
  }

  private static Map<String, String> item(Finding finding, Texts texts) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("item", finding.item().word());
    item.put("situacao", finding.verdict().word());
    item.put("caso", finding.which());
    item.put("texto", texts.sentence(finding));
    Optional<String> remedy = texts.remedy(finding);
    remedy.ifPresent(text -> item.put("remedio", text));
    return item;
  }
}
