/** The manifests in {@code deploy/kubernetes}: held against Kubernetes' own models, and against the code they run. */
package org.tonmeister.standalone.kubernetes;
