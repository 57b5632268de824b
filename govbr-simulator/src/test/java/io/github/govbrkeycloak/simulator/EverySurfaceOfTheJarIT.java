package io.github.govbrkeycloak.simulator;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.api.SuiteDisplayName;

/**
 * All tests of the surfaces once more, against the runnable jar as a stranger would start it: in a
 * process of its own, steered by the control API. Left out are those that start no simulator, or
 * ones of their own.
 */
@Suite
@SuiteDisplayName("The runnable jar, from outside")
@SelectPackages("io.github.govbrkeycloak.simulator")
@IncludeClassNamePatterns("io\\.github\\.govbrkeycloak\\.simulator\\.[A-Za-z]+Test")
@ExcludeClassNamePatterns(".*\\.(Documentation|Fixtures|Repeatable|ReverseProxy|Tls)Test")
@ConfigurationParameter(key = RunningSimulator.IN_ITS_OWN_PROCESS, value = "true")
class EverySurfaceOfTheJarIT {

  @AfterSuite
  static void nothing_personal_or_secret_was_said_meanwhile() {
    WhatJarsSaid.assertHarmless();
  }
}
