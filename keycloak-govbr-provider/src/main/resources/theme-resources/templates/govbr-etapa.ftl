<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("govbr.etapa." + etapa + ".title")}
  <#elseif section = "form">
    <form id="govbr-etapa" data-etapa="${etapa}" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#if sentence??>
        <p id="govbr-motivo" class="${properties.kcFormGroupClass!}" role="alert">${msg(sentence)}</p>
      <#else>
        <p class="${properties.kcFormGroupClass!}"><#if client.name?has_content>${msg("govbr.etapa." + etapa + ".why", advancedMsg(client.name))}<#else>${msg("govbr.etapa." + etapa + ".why", client.clientId)}</#if></p>
        <p class="${properties.kcFormGroupClass!}">${msg("govbr.etapa." + etapa + ".how")}</p>
      </#if>
      <#if podeContinuar>
        <p class="${properties.kcFormGroupClass!}"><button id="govbr-continuar" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"><#if sentence??>${msg("govbr.error.retry")}<#else>${msg("govbr.etapa.continue")}</#if></button></p>
      </#if>
      <p class="${properties.kcFormGroupClass!}"><button id="govbr-desistir" type="submit" name="cancel-aia" value="true" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("govbr.etapa." + etapa + ".giveUp")}</button></p>
      <#if code??>
        <p class="${properties.kcFormGroupClass!}"><small>${msg("govbr.error.code", code)}</small></p>
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
