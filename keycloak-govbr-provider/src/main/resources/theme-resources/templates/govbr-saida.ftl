<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("govbr.logout.title")}
  <#elseif section = "form">
    <div id="govbr-saida">
      <p class="${properties.kcFormGroupClass!}" role="alert">${msg(sentence)}</p>
      <p class="${properties.kcFormGroupClass!}"><a id="govbr-sair-do-govbr" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${logoutUrl}">${msg("govbr.logout.retry")}</a></p>
      <p class="${properties.kcFormGroupClass!}"><a id="govbr-voltar" href="${backUrl}">${msg("govbr.error.back")}</a></p>
      <p class="${properties.kcFormGroupClass!}"><small>${msg("govbr.error.code", code)}</small></p>
    </div>
  </#if>
</@layout.registrationLayout>
