<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("govbr.check.page.title")}
  <#elseif section = "form">
    <div id="govbr-conferir">
      <#if !checker??>
        <p class="${properties.kcFormGroupClass!}" role="alert">${msg("govbr.check.page.signIn")}</p>
        <#if console??>
          <p class="${properties.kcFormGroupClass!}"><a id="govbr-console" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${console}">${msg("govbr.check.page.console")}</a></p>
        </#if>
      <#else>
        <p class="${properties.kcFormGroupClass!}" style="margin-block-end: 1rem">${msg("govbr.check.page.intro")}</p>
        <#if problem??>
          <p id="govbr-problema" class="${properties.kcFormGroupClass!}" role="alert">${msg(problem)}</p>
        </#if>
        <form class="${properties.kcFormClass!}" method="post" action="">
          <input type="hidden" name="verificador" value="${checker}">
          <div class="${properties.kcFormGroupClass!}">
            <label class="${properties.kcLabelClass!}" for="realm">${msg("govbr.check.page.realm")}</label>
            <span class="${properties.kcInputClass!}"><input id="realm" name="realm" value="${asked}" required maxlength="255" autocomplete="off"></span>
          </div>
          <div class="${properties.kcFormGroupClass!}">
            <label class="${properties.kcLabelClass!}" for="alias">${msg("govbr.check.page.alias")}</label>
            <span class="${properties.kcInputClass!}"><input id="alias" name="alias" value="${alias}" required maxlength="255" autocomplete="off"></span>
          </div>
          <div class="${properties.kcFormGroupClass!}">
            <button id="govbr-conferir-agora" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("govbr.check.page.go")}</button>
          </div>
        </form>
        <#if lines??>
          <p id="govbr-situacao" data-situacao="${verdict}" class="${properties.kcFormGroupClass!}" role="status" style="margin-block: 1.5rem 0.75rem"><strong>${msg("govbr.check.total." + verdict)}</strong></p>
          <ul id="govbr-itens" style="list-style: none; margin: 0; padding: 0">
            <#list lines as line>
              <li data-situacao="${line.verdict()}" class="${properties.kcFormGroupClass!}" style="overflow-wrap: anywhere; margin-block-end: 0.75rem; padding-inline-start: 0.75rem; border-inline-start: 0.25rem solid <#if line.verdict() == "verde">#168821<#elseif line.verdict() == "amarelo">#b38000<#else>#e52207</#if>">
                <strong>${msg("govbr.check.verdict." + line.verdict())}:</strong> ${line.sentence()}
                <#if line.remedy()?has_content><br>${line.remedy()}</#if>
              </li>
            </#list>
          </ul>
          <h2 class="${properties.kcFormGroupClass!}" style="font-size: 1.25rem; margin-block: 1.5rem 0.75rem">${msg("govbr.check.page.addresses")}</h2>
          <dl id="govbr-enderecos" style="display: block">
            <#list addresses as address>
              <dt><strong>${address.field()}</strong></dt>
              <dd style="margin: 0 0 0.75rem; overflow-wrap: anywhere"><code>${address.value()}</code></dd>
            </#list>
          </dl>
        </#if>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
