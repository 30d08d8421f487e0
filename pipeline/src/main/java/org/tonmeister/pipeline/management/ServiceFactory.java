package org.tonmeister.pipeline.management;

/** Makes a service; does not start it. The process has one such call, or several where it runs several services. */
@FunctionalInterface
public interface ServiceFactory {
    /**
     * The service, not yet started.
     *
     * @throws org.tonmeister.pipeline.settings.InvalidSettingException if a setting cannot be used
     */
    ManagedComponent create(ServiceEnvironment environment) throws Exception;
}
