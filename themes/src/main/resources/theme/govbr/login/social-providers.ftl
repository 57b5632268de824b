<#-- Replaces the stock list of identity providers for one reason: the Design System wants the name
     "gov.br" in black weight, and a provider's display name cannot carry markup. Providers that are
     not gov.br keep the stock classes. A test notices when the stock file changes. -->
<#macro show social>
  <div class="${properties.kcLoginMainFooterBand!}">
    <span class="${properties.kcLoginMainFooterBandItem!} ${properties.kcLoginMainFooterHelperText!}">${msg("identity-provider-login-label")}</span>
  </div>
  <div id="kc-social-providers">
    <ul class="${properties.kcFormSocialAccountListClass!}">
      <#list social.providers as provider>
        <li class="${properties.kcFormSocialAccountListItemClass!}">
          <#if provider.providerId == "govbr" || provider.alias?starts_with("govbr")>
            <@govbr provider=provider/>
          <#else>
            <@other provider=provider/>
          </#if>
        </li>
      </#list>
    </ul>
  </div>
</#macro>

<#macro govbr provider>
  <#local name = provider.displayName!"">
  <a id="social-${provider.alias}" class="br-sign-in primary large block" href="${provider.loginUrl}"
     data-once-link data-disabled-class="${properties.kcFormSocialAccountListButtonDisabledClass!}">
    <#if name?contains("gov.br")>
      <span>${name?keep_before("gov.br")}<span class="govbr-name">gov.br</span>${name?keep_after("gov.br")}</span>
    <#else>
      <span>${name}</span>
    </#if>
  </a>
</#macro>

<#macro other provider>
  <a id="social-${provider.alias}" class="${properties.kcFormSocialAccountListButtonClass!}" href="${provider.loginUrl}"
     data-once-link data-disabled-class="${properties.kcFormSocialAccountListButtonDisabledClass!}">
    <span class="${provider.iconClasses!} ${properties.kcFormSocialAccountNameClass!}">${provider.displayName!}</span>
  </a>
</#macro>
