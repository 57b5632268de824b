<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("govbr.nivel.title")}
  <#elseif section = "form">
    <div id="govbr-nivel">
      <#if isUnchanged>
        <p id="govbr-nivel-igual" class="${properties.kcFormGroupClass!} pf-v5-u-mb-md" role="alert">
          <strong><#if held??>${msg("govbr.nivel.unchanged", held)}<#else>${msg("govbr.nivel.unchangedUnknown")}</#if></strong>
          ${msg("govbr.nivel.unchangedWhy")}
        </p>
      </#if>
      <p class="${properties.kcFormGroupClass!} pf-v5-u-mb-md">
        <#if kind == "WISH">${msg("govbr.nivel.wishes", advancedMsg(application), wanted)}<#else>${msg("govbr.nivel.asks", advancedMsg(application), wanted)}</#if>
        <#if held??>${msg("govbr.nivel.held", held)}<#else>${msg("govbr.nivel.heldUnknown")}</#if>
      </p>
      <#if reason??>
        <p id="govbr-nivel-motivo" class="${properties.kcFormGroupClass!} pf-v5-u-mb-md">${msg("govbr.nivel.reason", reason)}</p>
      </#if>
      <h2 class="pf-v5-c-title pf-m-lg pf-v5-u-mb-sm">${msg("govbr.nivel.ways", wanted)}</h2>
      <ul class="${properties.kcListClass!} pf-v5-u-mb-md">
        <#list ways as way>
          <li>${msg("govbr.nivel.way." + way)}</li>
        </#list>
        <#if !isOuro><li>${msg("govbr.nivel.way.ouro")}</li></#if>
      </ul>
      <p class="${properties.kcFormGroupClass!} pf-v5-u-mb-md">${msg("govbr.nivel.trip")}</p>
      <form action="${url.loginAction}" method="post">
        <p class="${properties.kcFormGroupClass!} pf-v5-u-mb-md"><button id="govbr-nivel-subir" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="acao" value="subir">${msg("govbr.nivel.go")}</button></p>
        <p class="${properties.kcFormGroupClass!} pf-v5-u-mb-md">
          <#if kind == "WISH">
            <button id="govbr-nivel-continuar" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" name="acao" value="continuar">${msg("govbr.nivel.without")}</button>
          <#else>
            <button id="govbr-nivel-voltar" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" type="submit" <#if kind == "ACTION">name="cancel-aia" value="true"<#else>name="acao" value="voltar"</#if>>${msg("govbr.nivel.leave")}</button>
          </#if>
        </p>
      </form>
    </div>
  </#if>
</@layout.registrationLayout>
