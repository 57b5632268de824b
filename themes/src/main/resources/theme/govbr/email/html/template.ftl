<#-- The stock frame has neither a character set nor a readable width. No image, font or style from
     outside: many mail programs would ask for it, or hide it. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${(locale.language == "pt")?then("pt-BR", locale.language)}" dir="${(ltr)?then("ltr", "rtl")}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body style="margin:0;padding:24px;background:#f8f8f8;color:#333333;font-family:Raleway,Verdana,Arial,sans-serif;font-size:16px;line-height:1.5">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-top:4px solid #1351b4">
    <#if realmName?has_content>
      <p style="margin:0 0 16px;font-size:18px;font-weight:bold;color:#1351b4">${realmName}</p>
    </#if>
    <#nested>
  </div>
</body>
</html>
</#macro>
