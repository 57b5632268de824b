package io.github.govbrkeycloak.example.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources of this application. */
@ApplicationPath("/v1")
public class Api extends Application {}
