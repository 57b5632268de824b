<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("govbr.exigencia.title")}
  <#elseif section = "form">
    <div id="govbr-exigencia">
      <p class="${properties.kcFormGroupClass!}" role="alert">${msg(sentence)}</p>
      <#list lacks as lack>
        <div class="govbr-falta ${properties.kcFormGroupClass!} pf-v5-u-mb-md">
          <p><strong>${msg(lack.key(), lack.argument())}</strong></p>
          <ul class="${properties.kcListClass!}">
            <#list lack.ways() as way>
              <li><#if way.name()?has_content>${way.name()}: </#if>${msg(way.key())}</li>
            </#list>
          </ul>
        </div>
      </#list>
      <#if isSecondTime??>
        <p id="govbr-segunda-vez" class="${properties.kcFormGroupClass!}">${msg("govbr.exigencia.segundaVez")}</p>
      </#if>
      <#if newLoginUrl??>
        <p class="${properties.kcFormGroupClass!}">${msg("govbr.exigencia.novaEntrada")}</p>
        <form action="${newLoginUrl}" method="post">
          <input type="hidden" name="bilhete" value="${ticket}"/>
          <p class="${properties.kcFormGroupClass!}"><button id="govbr-nova-entrada" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("govbr.exigencia.novaEntrada.botao")}</button></p>
        </form>
      <#elseif retryUrl??>
        <p class="${properties.kcFormGroupClass!}"><a id="govbr-tentar-de-novo" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${retryUrl}">${msg("govbr.error.retry")}</a></p>
      </#if>
      <#if signOutUrl??>
        <p class="${properties.kcFormGroupClass!}"><a id="govbr-sair" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${signOutUrl}">${msg("govbr.exigencia.sair")}</a></p>
      </#if>
      <#if applicationUrl??>
        <p class="${properties.kcFormGroupClass!}"><a id="govbr-voltar" href="${applicationUrl}">${msg("govbr.error.back")}</a></p>
      </#if>
      <p class="${properties.kcFormGroupClass!}"><small>${msg("govbr.error.code", code)}</small></p>
    </div>
  </#if>
</@layout.registrationLayout>
