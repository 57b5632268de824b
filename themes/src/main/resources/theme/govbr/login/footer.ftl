<#-- Keycloak's official place for a theme's own content at the end of the box.

     Two things belong there: the warning about where a gov.br password may be typed, and a way back
     from the pages that end a login. Keycloak links to the client when it knows the client and its
     address; after a broken or late answer it often knows neither, so the realm can name its portal
     (realm attribute "govbr.portal"). -->
<#macro content>
  <#if hasGovBrButton()>
    <p class="govbr-note">${msg("govbrPasswordNote")}</p>
  </#if>
  <#if endsWithoutLink()>
    <#if (realm.attributes["govbr.portal"])?has_content>
      <p class="govbr-way-back"><a id="backToPortal" href="${realm.attributes["govbr.portal"]}">${msg("backToApplication")}</a></p>
    <#elseif shortPageId() != "govbr-recusa">
      <p class="govbr-note">${msg("govbrClosePage")}</p>
    </#if>
  </#if>
</#macro>

<#function hasGovBrButton>
  <#if !(social.providers)?has_content || !["login", "login-username"]?seq_contains(shortPageId())>
    <#return false>
  </#if>
  <#list social.providers as provider>
    <#if provider.providerId == "govbr" || provider.alias?starts_with("govbr")>
      <#return true>
    </#if>
  </#list>
  <#return false>
</#function>

<#-- skipLink: Keycloak leaves its own link out, because the client is one of its own. govbr-recusa
     is the identity provider's page for a login that was refused; it has a last sentence of its own. -->
<#function endsWithoutLink>
  <#if !["error", "info", "logout-confirm", "govbr-recusa"]?seq_contains(shortPageId())>
    <#return false>
  </#if>
  <#return skipLink?? || (logoutConfirm.skipLink)!false
      || !((client.baseUrl)?has_content || applicationUrl?has_content
          || pageRedirectUri?has_content || actionUri?has_content)>
</#function>

<#function shortPageId>
  <#return (pageId!"")?remove_ending(".ftl")>
</#function>
