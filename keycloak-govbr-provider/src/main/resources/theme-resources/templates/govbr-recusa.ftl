<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if code??>${msg(heading)}<#else>${msg("govbr.signedOut.title")}</#if>
  <#elseif section = "form">
    <div id="govbr-recusa">
      <p class="${properties.kcFormGroupClass!}" role="<#if code??>alert<#else>status</#if>">${msg(sentence)}</p>
      <#if contact??>
        <p id="govbr-contato" class="${properties.kcFormGroupClass!}">${msg("govbr.error.contact", contact)}</p>
      </#if>
      <#if retryUrl??>
        <p class="${properties.kcFormGroupClass!}"><a id="govbr-tentar-de-novo" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${retryUrl}">${msg("govbr.error.retry")}</a></p>
      </#if>
      <#if applicationUrl??>
        <p class="${properties.kcFormGroupClass!}"><a id="govbr-voltar" href="${applicationUrl}">${msg("govbr.error.back")}</a></p>
      <#elseif code?? && !retryUrl??>
        <p class="${properties.kcFormGroupClass!}">${msg("govbr.error.noWayBack")}</p>
      </#if>
      <#if code??>
        <p class="${properties.kcFormGroupClass!}"><small>${msg("govbr.error.code", code)}</small></p>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
