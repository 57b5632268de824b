<#import "template.ftl" as layout>
<#assign sistema = (client.name?has_content)?then(advancedMsg(client.name), client.clientId)>
<#assign espaco>${properties.kcFormGroupClass!} pf-v5-u-mb-md</#assign>
<#assign segundo>${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!}</#assign>
<#assign primeiro>${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}</#assign>
<#macro botao id nome valor classe>
  <p class="${espaco}"><button id="${id}" class="${classe}" type="submit" name="${nome}" value="${valor}" formnovalidate><#nested></button></p>
</#macro>
<#macro saidas>
  <#if dispensavel><@botao id="sem-empresa" nome="acao" valor="sem-empresa" classe="${segundo} ${properties.kcButtonBlockClass!}">${msg("govbr.empresa.sem")}</@botao></#if>
  <#if isAppInitiatedAction??>
    <@botao id="cancelar" nome="cancel-aia" valor="true" classe="${segundo} ${properties.kcButtonBlockClass!}">${msg("govbr.empresa.cancelar")}</@botao>
  <#elseif !dispensavel>
    <@botao id="desistir" nome="acao" valor="desistir" classe="${segundo} ${properties.kcButtonBlockClass!}">${msg("govbr.empresa.desistir")}</@botao>
  </#if>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("govbr.empresa." + estado + ".titulo")}
  <#elseif section = "form">
    <div id="govbr-empresa" data-estado="${estado}">
      <#if motivo??><p id="govbr-motivo" class="${espaco}" role="alert">${msg(motivo)}</p></#if>
      <#if estado = "lista">
        <p class="${espaco}">${msg(obrigatoria?then("govbr.empresa.obrigatoria", "govbr.empresa.opcional"), sistema)}</p>
        <#if comBusca>
          <form action="${url.loginAction}" method="post" role="search">
            <div class="${espaco}">
              <label for="busca" class="${properties.kcLabelClass!}">${msg("govbr.empresa.busca")}</label>
              <span class="${properties.kcInputClass!}"><input id="busca" name="busca" type="search" value="${busca}" maxlength="100" autocomplete="off"/></span>
            </div>
            <@botao id="buscar" nome="acao" valor="mostrar" classe="${segundo}">${msg("govbr.empresa.buscar")}</@botao>
          </form>
        </#if>
        <p id="govbr-empresa-total" class="${espaco}" role="status"><#if total = 0>${msg("govbr.empresa.nadaAchado", busca)}<#elseif paginas gt 1>${msg("govbr.empresa.algumas", primeira, ultima, total)}<#elseif total = 1>${msg("govbr.empresa.uma")}<#else>${msg("govbr.empresa.todas", total)}</#if></p>
        <form id="govbr-empresa-escolha" action="${url.loginAction}" method="post">
          <#if total != 0>
            <fieldset class="pf-v5-u-mb-md">
              <legend>${msg("govbr.empresa.legenda")}</legend>
              <#list empresas as empresa>
                <div class="govbr-opcao">
                  <input type="radio" name="cnpj" id="empresa-${empresa.cnpj}" value="${empresa.cnpj}" required<#if empresa.marcada> checked</#if>/>
                  <label for="empresa-${empresa.cnpj}"><#if empresa.nome?has_content>${empresa.nome}<#else>${msg("govbr.empresa.semNome")}</#if><br/><small>CNPJ ${empresa.escrito}<#if empresa.anterior> · ${msg("govbr.empresa.anterior")}</#if></small></label>
                </div>
              </#list>
            </fieldset>
            <p class="${espaco}"><button id="escolher" class="${primeiro}" type="submit" name="acao" value="escolher">${msg("govbr.empresa.continuar")}</button></p>
          </#if>
          <#if paginas = 1><@saidas/></#if>
        </form>
        <#if paginas gt 1>
          <form action="${url.loginAction}" method="post">
            <input type="hidden" name="busca" value="${busca}"/>
            <nav class="${espaco}" aria-label="${msg("govbr.empresa.paginas")}">
              <#if pagina gt 1><button id="pagina-anterior" class="${segundo}" type="submit" name="pagina" value="${(pagina - 1)?c}">${msg("govbr.empresa.paginaAnterior")}</button></#if>
              <span>${msg("govbr.empresa.pagina", pagina, paginas)}</span>
              <#if pagina lt paginas><button id="pagina-seguinte" class="${segundo}" type="submit" name="pagina" value="${(pagina + 1)?c}">${msg("govbr.empresa.paginaSeguinte")}</button></#if>
            </nav>
          </form>
          <form action="${url.loginAction}" method="post"><@saidas/></form>
        </#if>
      <#else>
        <form action="${url.loginAction}" method="post">
          <#if estado = "nenhuma">
            <p class="${espaco}">${msg("govbr.empresa.nenhuma", sistema)}</p>
            <p class="${espaco}">${msg("govbr.empresa.comoVincular")}</p>
            <ul class="${properties.kcListClass!} pf-v5-u-mb-md">
              <li>${msg("govbr.empresa.vincular.dono")}</li>
              <li>${msg("govbr.empresa.vincular.colaborador")}</li>
            </ul>
            <p class="${espaco}">${msg("govbr.empresa.vincular.volta")}</p>
            <p class="${espaco}"><a id="govbr-conta" href="https://acesso.gov.br/" target="_blank" rel="noopener noreferrer">${msg("govbr.empresa.abrirConta")}</a></p>
            <@botao id="de-novo" nome="acao" valor="de-novo" classe="${primeiro}">${msg("govbr.empresa.deNovo")}</@botao>
          <#elseif estado = "entrar">
            <p class="${espaco}">${msg("govbr.empresa.entrar", sistema)}</p>
            <@botao id="entrar" nome="acao" valor="entrar" classe="${primeiro}">${msg("govbr.empresa.entrarBotao")}</@botao>
          <#elseif podeTentar>
            <@botao id="de-novo" nome="acao" valor="de-novo" classe="${primeiro}">${msg("govbr.error.retry")}</@botao>
          </#if>
          <@saidas/>
        </form>
      </#if>
      <#if codigo??><p class="${properties.kcFormGroupClass!}"><small>${msg("govbr.error.code", codigo)}</small></p></#if>
    </div>
  </#if>
</@layout.registrationLayout>
