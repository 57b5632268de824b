/** Debian's Apache with the site of a guide, on a free port and with files of its own. */
package io.github.govbrkeycloak.apache;
