<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<!DOCTYPE html>
<html lang="pt-BR">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sua área – Serviço de exemplo</title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/estilo.css">
</head>
<body>
<main>
  <h1>Sua área</h1>
  <dl>
    <dt>Nome</dt>
    <dd id="nome"><c:out value="${person.name()}"/></dd>
    <dt>Nível da conta gov.br</dt>
    <dd id="nivel"><c:out value="${person.level() eq '0' ? 'não informado' : person.level()}" default="não informado"/></dd>
    <dt>Números dos selos</dt>
    <dd id="selos"><c:if test="${empty person.seals()}">nenhum informado</c:if><c:forEach items="${person.seals()}" var="seal" varStatus="place"><c:if test="${!place.first}">, </c:if><c:out value="${seal}"/></c:forEach></dd>
    <dt>CPF</dt>
    <dd id="cpf"><c:out value="${person.cpf()}" default="não informado"/></dd>
    <dt>CNPJ</dt>
    <dd id="cnpj"><c:out value="${person.cnpj()}" default="nenhum"/></dd>
    <dt>Sua conta neste órgão</dt>
    <dd id="conta"><c:out value="${person.account()}"/></dd>
  </dl>
  <form method="post" action="${pageContext.request.contextPath}/sair">
    <button id="sair" type="submit">Sair</button>
  </form>
</main>
</body>
</html>
